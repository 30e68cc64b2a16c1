"""Predicts a mean and a scale from its input."""

from tensorflow import keras


class GaussianHead(keras.layers.Layer):
    def __init__(self, units=1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.mean = keras.layers.Dense(units)
        self.scale = keras.layers.Dense(units)

    def call(self, x):
        return keras.activations.softplus(self.scale(x)) + self.mean(x)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
