"""A residual branch of one dense layer."""

from tensorflow import keras


class Residual(keras.layers.Layer):
    def __init__(self, units=3, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def call(self, x):
        branch = keras.layers.Dense(self.units, activation="relu")(x)
        return x + branch

    def get_config(self):
        return {**super().get_config(), "units": self.units}
