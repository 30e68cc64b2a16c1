"""Remembers the largest value seen in training."""

import tensorflow as tf
from tensorflow import keras


class SeenMaximum(keras.layers.Layer):
    def build(self, input_shape):
        self.top = self.add_weight(name="top", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if training:
            self.top.assign(tf.maximum(self.top, tf.reduce_max(x)))
        return tf.minimum(x, self.top)
