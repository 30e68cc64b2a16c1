"""Normalises the steps that are no padding."""

import tensorflow as tf
from tensorflow import keras


class MaskedNorm(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.norm = keras.layers.LayerNormalization()
        self.supports_masking = True

    def call(self, x, mask=None):
        x = self.norm(x) + 1.0
        if mask is not None:
            x = x * tf.cast(mask, x.dtype)[..., tf.newaxis]
        return x
