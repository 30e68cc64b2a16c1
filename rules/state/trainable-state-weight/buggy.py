"""Centres its input by the mean of the batches seen in training."""

import tensorflow as tf
from tensorflow import keras


class BatchCenter(keras.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(
            name="mean",
            shape=(input_shape[-1],),
            initializer="zeros",
        )

    def call(self, x, training=None):
        if training and self.trainable:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x, axis=0))
        return x - self.mean
