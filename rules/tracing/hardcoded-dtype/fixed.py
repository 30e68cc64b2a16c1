"""Weights of a self-attention without projections."""

import tensorflow as tf
from tensorflow import keras


class AttentionWeights(keras.layers.Layer):
    def call(self, x):
        depth = tf.cast(tf.shape(x)[-1], self.compute_dtype)
        scores = tf.matmul(x, x, transpose_b=True) / tf.sqrt(depth)
        return tf.nn.softmax(scores)
