"""Scales every feature by a learned positive factor."""

import tensorflow as tf
from tensorflow import keras


class PositiveScale(keras.layers.Layer):
    def build(self, input_shape):
        self.gain = self.add_weight(name="gain", shape=(input_shape[-1],), initializer="ones")

    def call(self, x):
        return x * tf.nn.softplus(self.gain)
