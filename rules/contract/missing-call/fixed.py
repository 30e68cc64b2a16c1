"""Doubles its input."""

from tensorflow import keras


class Double(keras.layers.Layer):
    def call(self, x):
        return 2.0 * x
