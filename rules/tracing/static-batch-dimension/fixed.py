"""Puts a learned token in front of the sequence."""

import tensorflow as tf
from tensorflow import keras


class ClassToken(keras.layers.Layer):
    def build(self, input_shape):
        self.token = self.add_weight(
            name="token", shape=(1, 1, input_shape[-1]), initializer="zeros"
        )

    def call(self, x):
        token = tf.tile(self.token, [tf.shape(x)[0], 1, 1])
        return tf.concat([token, x], axis=1)
