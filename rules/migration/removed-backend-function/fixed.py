"""Normalises vectors."""

import keras
from keras import backend as K
from keras import ops


class Normalize(keras.layers.Layer):
    """Scales every vector to unit length."""

    def call(self, inputs):
        squares = ops.sum(ops.square(inputs), axis=-1, keepdims=True)
        return inputs / ops.sqrt(squares + K.epsilon())
