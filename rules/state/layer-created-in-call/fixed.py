"""A residual branch of one dense layer."""

from tensorflow import keras


class Residual(keras.layers.Layer):
    def __init__(self, units=3, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(self.units, activation="relu")

    def call(self, x):
        branch = self.dense(x)
        return x + branch

    def get_config(self):
        return {**super().get_config(), "units": self.units}
