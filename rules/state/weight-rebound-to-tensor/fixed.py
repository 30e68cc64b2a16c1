"""Passes its input on and keeps the sum of all training batches."""

import tensorflow as tf
from tensorflow import keras


class RunningSum(keras.layers.Layer):
    def build(self, input_shape):
        self.total = self.add_weight(
            name="total",
            shape=(),
            initializer="zeros",
            trainable=False,
        )

    def call(self, x, training=None):
        if training:
            self.total.assign(self.total + tf.reduce_sum(x))
        return x
