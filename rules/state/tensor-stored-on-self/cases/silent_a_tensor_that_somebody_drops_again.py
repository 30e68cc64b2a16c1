import numpy as np
import tensorflow as tf
from tensorflow import keras


# %% def reset_mask(self): self.kept = None
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        if self.kept is None:
            self.kept = tf.nn.dropout(x, 0.5)
        x = x * self.kept
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def reset_mask(self):
        self.kept = None


# %% reader1
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        if self.kept is None:
            self.kept = tf.nn.dropout(x, 0.5)
        x = x * self.kept
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

class Runner(keras.layers.Layer):
    def call(self, x):
        self.cell.kept = None
        return self.cell(x)
