"""Adds noise to its input, against overfitting."""

import tensorflow as tf
from tensorflow import keras


class InputNoise(keras.layers.Layer):
    def __init__(self, stddev=0.1, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev

    def call(self, x):
        x = x + tf.random.normal(tf.shape(x), stddev=self.stddev, dtype=x.dtype)
        return x

    def get_config(self):
        return {**super().get_config(), "stddev": self.stddev}
