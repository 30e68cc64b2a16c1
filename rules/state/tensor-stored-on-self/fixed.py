"""Weighs features by attention, and reports how sharp the attention was."""

import tensorflow as tf
from tensorflow import keras


class FeatureGate(keras.layers.Layer):
    def build(self, input_shape):
        self.score = self.add_weight(name="score", shape=(input_shape[-1],), initializer="ones")
        self.sharpest = self.add_weight(
            name="sharpest", shape=(), initializer="zeros", trainable=False
        )

    def call(self, x, training=None):
        gate = tf.nn.softmax(x * self.score)
        if training:
            self.sharpest.assign(tf.reduce_max(gate))
        return x * gate

    def sharpness(self):
        return float(self.sharpest.numpy())
