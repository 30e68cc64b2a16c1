import keras
from keras import ops


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.scale = self.add_weight(shape=())
        self.add_loss(ops.square(self.scale))  # LL221

    def call(self, x):
        return x * self.scale
