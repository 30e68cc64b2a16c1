import numpy as np
import tensorflow as tf
from tensorflow import keras


# %% self.kept = x.shape[1]
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = x.shape[1]
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept


# %% self.kept = training
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = training
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept


# %% self.kept = tf.nn.softmax(x) x = x * self.kept self.kept = None
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = tf.nn.softmax(x)
        x = x * self.kept
        self.kept = None
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept


# %% if tf.executing_eagerly(): self.kept = tf.nn.softmax(x)
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        if tf.executing_eagerly():
            self.kept = tf.nn.softmax(x)
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept


# %% kept = tf.nn.softmax(x)
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        kept = tf.nn.softmax(x)
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept
