"""Logarithm of positive features, 0 for the others."""

import tensorflow as tf
from tensorflow import keras


class PositiveLog(keras.layers.Layer):
    def call(self, x):
        return tf.where(x > 0, tf.math.log(x), 0.0)
