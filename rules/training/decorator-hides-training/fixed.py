"""Noise on features, in a name scope."""

import tensorflow as tf
from tensorflow import keras
import functools


def in_name_scope(function):
    """Runs a method in a name scope named after its class."""

    @functools.wraps(function)
    def wrapper(self, *args, **kwargs):
        with tf.name_scope(type(self).__name__):
            return function(self, *args, **kwargs)

    return wrapper


class FeatureNoise(keras.layers.Layer):
    """Adds Gaussian noise in training."""

    @in_name_scope
    def call(self, inputs, training=None):
        if training:
            inputs = inputs + tf.random.normal(tf.shape(inputs), dtype=inputs.dtype)
        return inputs
