"""The layers around it say each time whether they train: `fit` reaches the flag through them."""

import tensorflow as tf
from tensorflow import keras


class DropPair(keras.layers.Layer):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, mean, variance, Training=True):
        if Training:
            mean = tf.nn.dropout(mean, rate=self.rate)
        return mean, variance


class CountPair(keras.layers.Layer):
    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), initializer="zeros", trainable=False)

    def call(self, mean, variance, is_training=True):
        if is_training:
            self.seen.assign_add(1.0)
        return mean / (1.0 + self.seen), variance


class Propagating(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = DropPair(0.2)
        self.count = CountPair()
        self.out = keras.layers.Dense(1)

    def call(self, pair, training=None):
        mean, variance = self.drop(*pair, Training=training)
        mean, variance = self.count(mean, variance, is_training=training)
        return self.out(mean), variance
