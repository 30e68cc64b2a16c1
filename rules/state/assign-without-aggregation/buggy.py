"""Centres its input by a running mean."""

import tensorflow as tf
from tensorflow import keras


class RunningCenter(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(
            name="mean",
            shape=(input_shape[-1],),
            initializer="zeros",
            trainable=False,
        )

    def call(self, x, training=None):
        if training and self.trainable:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x, axis=0))
        return x - self.mean
