"""Features relative to the last batch seen in training."""

import tensorflow as tf
from tensorflow import keras


class Centering(keras.layers.Layer):
    """Subtracts the mean of the last training batch."""

    def build(self, input_shape):
        self.center = self.add_weight(
            name="center",
            shape=(input_shape[-1],),
            initializer="zeros",
            trainable=False,
        )

    def call(self, inputs, training=None):
        if training and self.trainable:
            self.center.assign(tf.reduce_mean(inputs, axis=0))
        return inputs - self.center
