"""Adds noise to the features while training."""

import numpy as np
import tensorflow as tf
from tensorflow import keras


class FeatureNoise(keras.layers.Layer):
    def __init__(self, stddev=0.5, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev

    def call(self, x, training=None):
        if training:
            x = x + tf.random.normal(x.shape[1:], 0.0, self.stddev, dtype=self.compute_dtype)
        return tf.nn.relu(x)

    def get_config(self):
        return {**super().get_config(), "stddev": self.stddev}
