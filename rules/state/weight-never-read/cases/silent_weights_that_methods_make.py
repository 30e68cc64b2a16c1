import tensorflow as tf
from tensorflow.keras import layers

# %% both are read


class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def matrix(self, rows, name):
        return self.add_weight(name=name, shape=(rows, self.units))

    def build(self, input_shape):
        self.wz = self.matrix(input_shape[-1], "wz")
        self.wr = self.matrix(input_shape[-1], "wr")

    def call(self, x):
        return tf.sigmoid(x @ self.wz) * tf.tanh(x @ self.wr)
