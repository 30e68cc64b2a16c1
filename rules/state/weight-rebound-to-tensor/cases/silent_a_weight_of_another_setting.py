"""A layer that binds the attribute while it runs has made no weight of it: one setting decides."""

import tensorflow as tf
from tensorflow import keras


class Parts(keras.layers.Layer):
    def __init__(self, parts=0, **kwargs):
        super().__init__(**kwargs)
        self.parts = parts

    def build(self, shape):
        if self.parts > 1:
            self.pieces = self.add_weight(name="pieces", shape=(self.parts, shape[-1], 4))
        else:
            self.kernel = self.add_weight(name="kernel", shape=(shape[-1], 4))

    def call(self, x):
        if self.parts > 1:
            self.kernel = tf.reduce_mean(self.pieces, axis=0)
        return x @ self.kernel


class Shared(keras.layers.Layer):
    def __init__(self, tied=False, **kwargs):
        super().__init__(**kwargs)
        self.tied = tied

    def build(self, shape):
        self.base = self.add_weight(name="base", shape=(shape[-1], 4))
        if not self.tied:
            self.kernel = self.add_weight(name="kernel", shape=(shape[-1], 4))

    def call(self, x):
        if self.tied:
            self.kernel = tf.nn.softmax(self.base)
        return x @ self.kernel
