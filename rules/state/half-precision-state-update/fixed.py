"""Warms its output up over the first thousand training steps."""

import tensorflow as tf
from tensorflow import keras


class WarmUp(keras.layers.Layer):
    def build(self, input_shape):
        self.steps = self.add_weight(
            name="steps",
            shape=(),
            initializer="zeros",
            trainable=False,
            autocast=False,
        )

    def call(self, x, training=None):
        if training and self.trainable:
            self.steps.assign(self.steps + 1.0)
        factor = tf.minimum(tf.cast(self.steps, "float32") / 1000.0, 1.0)
        return x * tf.cast(factor, self.compute_dtype)
