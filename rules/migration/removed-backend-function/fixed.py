"""Normalises vectors."""

import keras
from keras import backend as K


class Normalize(keras.layers.Layer):
    """Scales every vector to unit length."""

    def call(self, inputs):
        squares = keras.ops.sum(keras.ops.square(inputs), axis=-1, keepdims=True)
        return inputs / keras.ops.sqrt(squares + K.epsilon())
