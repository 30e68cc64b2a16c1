"""Noise on features, against overfitting."""

import tensorflow as tf
from tensorflow import keras


class FeatureNoise(keras.layers.Layer):
    """Adds Gaussian noise in training."""

    def call(self, inputs, training=None):
        if training is None:
            training = False
        return tf.cond(tf.cast(training, tf.bool), lambda: self._perturb(inputs), lambda: inputs)

    def _perturb(self, inputs):
        return inputs + tf.random.normal(tf.shape(inputs), dtype=inputs.dtype)
