"""Scales every feature by a learned positive factor."""

import tensorflow as tf
from tensorflow import keras


class PositiveScale(keras.layers.Layer):
    def build(self, input_shape):
        self.gain = tf.Variable(tf.ones((input_shape[-1],)), name="gain")

    def call(self, x):
        return x * tf.nn.softplus(self.gain)
