import keras
from keras import layers


class Net(keras.Model):
    """`fit` cannot call it: whoever does gives the flag."""

    def __init__(self):
        super().__init__()
        self.drop = layers.Dropout(0.5)

    def call(self, x, is_training):
        return self.drop(x)
