"""Noise on features, against overfitting."""

import tensorflow as tf
from tensorflow import keras


class FeatureNoise(keras.layers.Layer):
    """Adds Gaussian noise to its inputs while the model trains."""

    def __init__(self, stddev=0.1, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev

    def call(self, inputs):
        if self.trainable:
            shape = tf.shape(inputs)
            inputs = inputs + tf.random.normal(shape, stddev=self.stddev, dtype=inputs.dtype)
        return inputs

    def get_config(self):
        return {**super().get_config(), "stddev": self.stddev}
