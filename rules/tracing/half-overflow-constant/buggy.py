"""Attention weights over the positions that a mask keeps."""

import tensorflow as tf
from tensorflow import keras


class MaskedSoftmax(keras.layers.Layer):
    def call(self, scores, keep):
        scores += (1.0 - tf.cast(keep, scores.dtype)) * -1e9
        return tf.nn.softmax(scores)
