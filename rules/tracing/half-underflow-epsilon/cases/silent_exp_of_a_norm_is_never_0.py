import tensorflow as tf
from tensorflow import keras


class Squash(keras.layers.Layer):
    def __init__(self, eps=10e-21, **kwargs):
        super().__init__(**kwargs)
        self.eps = eps

    def call(self, s):
        n = tf.norm(s, axis=-1, keepdims=True)
        return (1 - 1 / (tf.math.exp(n) + self.eps)) * s
