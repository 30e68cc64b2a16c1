"""Adds noise to its input in training."""

import tensorflow as tf
from tensorflow import keras


class NoisyInput(keras.layers.Layer):
    def __init__(self, stddev=0.1, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev

    def call(self, x, training=False):
        if training:
            x = x + tf.random.normal(tf.shape(x), stddev=self.stddev, dtype=x.dtype)
        return x

    def get_config(self):
        return {**super().get_config(), "stddev": self.stddev}
