"""Dropout on features that may be integers."""

import tensorflow as tf
from tensorflow import keras


class InputDropout(keras.layers.Dropout):
    """Dropout for counts: casts them first."""

    def call(self, inputs, training=None):
        return super().call(tf.cast(inputs, self.compute_dtype))
