"""Noise on features, against overfitting."""

import tensorflow as tf
from tensorflow import keras


class FeatureNoise(keras.layers.Layer):
    """Adds Gaussian noise in training."""

    def call(self, inputs, training=None):
        if training:
            shape = tf.shape(inputs)
            inputs = inputs + tf.random.normal(shape, seed=1, dtype=inputs.dtype)
        return inputs
