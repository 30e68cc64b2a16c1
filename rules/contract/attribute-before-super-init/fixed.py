"""Scales by a constant and passes masks on."""

from tensorflow import keras


class MaskedScale(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        self.factor = factor
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, x):
        return self.factor * x

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}
