import keras
from keras import ops


class Base(keras.layers.Layer):
    def build(self, input_shape):
        self.theta = self.add_weight(shape=(3,))


class Gate(Base):
    def build(self, input_shape):
        super().build(input_shape)
        self._prepare()

    def _prepare(self):
        self.gate = ops.sigmoid(self.theta)  # LL208

    def call(self, x):
        return self._apply(x)

    def _apply(self, x):
        return x * self.gate


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.alpha = self.add_weight(shape=())
        self.scale = ops.exp(self.alpha)  # LL208

    def call(self, x):
        return x * self.scale
