import functools
import tensorflow as tf
from tensorflow import keras


class Noise(keras.layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.drop = keras.layers.Dropout(rate)
        self.dense = keras.layers.Dense(4)

    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None, mask=None):
        return self.helper(inputs)  # LL117

    def helper(self, inputs, training=None):
        return self.drop(inputs, training=training)
