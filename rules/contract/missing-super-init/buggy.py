"""Multiplies by a constant."""

from tensorflow import keras


class Scale(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        self.factor = factor

    def call(self, x):
        return self.factor * x

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}
