"""Adds a gated skip connection."""

import tensorflow as tf
from tensorflow import keras


class GatedSkip(keras.layers.Layer):
    def build(self, input_shape):
        self.gate = self.add_weight(name="gate", shape=(input_shape[-1],), initializer="zeros")

    def call(self, x, skip):
        return x + tf.sigmoid(self.gate) * skip
