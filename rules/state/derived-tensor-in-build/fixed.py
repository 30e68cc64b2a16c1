"""Mixes its features by learned proportions that add up to one."""

import tensorflow as tf
from tensorflow import keras


class FeatureMix(keras.layers.Layer):
    def build(self, input_shape):
        self.logits = self.add_weight(
            name="logits", shape=(input_shape[-1],), initializer="zeros"
        )

    def call(self, x):
        mix = tf.nn.softmax(self.logits)
        return tf.reduce_sum(x * mix, axis=-1, keepdims=True)
