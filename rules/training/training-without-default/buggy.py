"""Clips activations, harder in training."""

import tensorflow as tf
from tensorflow import keras


class SoftClip(keras.layers.Layer):
    def call(self, x, training):
        limit = 3.0 if training else 6.0
        return limit * tf.tanh(x / limit)
