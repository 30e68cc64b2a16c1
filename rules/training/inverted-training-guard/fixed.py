"""Keeps a running maximum and scales by it."""

import tensorflow as tf
from tensorflow import keras


class PeakScale(keras.layers.Layer):
    def build(self, input_shape):
        self.peak = self.add_weight(name="peak", shape=(), initializer="ones", trainable=False)

    def call(self, x, training=None):
        if training:
            self.peak.assign(tf.maximum(self.peak, tf.reduce_max(tf.abs(x))))
        return x / self.peak
