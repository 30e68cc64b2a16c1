"""Makes the features of each row sum to one."""

import tensorflow as tf
from tensorflow import keras


class RowShare(keras.layers.Layer):
    def call(self, x):
        total = tf.reduce_sum(x, axis=-1, keepdims=True)
        return x / (total + 1e-12)
