"""Predicts a mean and a scale from its input."""

from dataclasses import dataclass

from tensorflow import keras


@dataclass
class Heads:
    mean: keras.layers.Layer
    scale: keras.layers.Layer


class GaussianHead(keras.layers.Layer):
    def __init__(self, units=1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.heads = Heads(keras.layers.Dense(units), keras.layers.Dense(units))

    def call(self, x):
        return keras.activations.softplus(self.heads.scale(x)) + self.heads.mean(x)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
