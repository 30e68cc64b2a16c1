"""Scales by a constant and passes masks on."""

from tensorflow import keras


class MaskedScale(keras.layers.Layer):
    def __init__(self, factor=2.0, **kwargs):
        self.factor = factor
        self.supports_masking = True
        super().__init__(**kwargs)

    def call(self, x):
        return self.factor * x

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}
