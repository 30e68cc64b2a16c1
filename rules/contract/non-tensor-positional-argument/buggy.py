"""Pools a sequence by its maximum."""

import tensorflow as tf
from tensorflow import keras


class Pool(keras.layers.Layer):
    def call(self, x, mode):
        return tf.reduce_max(x, axis=1) if mode == "max" else tf.reduce_mean(x, axis=1)


class Summary(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.pool = Pool()

    def call(self, x):
        return self.pool(x, "max")
