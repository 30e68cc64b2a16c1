"""Drops whole samples of a residual branch."""

import tensorflow as tf
from tensorflow import keras


class DropPath(keras.layers.Layer):
    def __init__(self, rate=0.2, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x, training=None):
        if training:
            keep = tf.random.uniform([tf.shape(x)[0], 1]) >= self.rate
            x = tf.where(keep, x / (1.0 - self.rate), 0.0)
        return x

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}
