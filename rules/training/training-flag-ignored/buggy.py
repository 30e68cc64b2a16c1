"""Noise on features, against overfitting."""

import tensorflow as tf
from tensorflow import keras


class FeatureNoise(keras.layers.Layer):
    """Centers its inputs and adds Gaussian noise to them in training."""

    def call(self, inputs, training=None):
        centered = inputs - tf.reduce_mean(inputs, axis=-1, keepdims=True)
        return self._perturb(centered)

    def _perturb(self, inputs, training=None):
        if training:
            inputs = inputs + tf.random.normal(tf.shape(inputs), dtype=inputs.dtype)
        return inputs
