import numpy as np
import tensorflow as tf
from tensorflow import keras


class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = 0
        self.kept += tf.reduce_mean(x)
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)
