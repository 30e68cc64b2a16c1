"""A learned shift."""

from tensorflow import keras


class Shift(keras.layers.Layer):
    def build(self, input_shape):
        self.shift = self.add_weight(name="shift", shape=(input_shape[-1],), initializer="ones")

    def __call__(self, x):
        return x + self.shift
