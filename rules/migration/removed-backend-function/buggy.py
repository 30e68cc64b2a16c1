"""Normalises vectors."""

import keras
from keras import backend as K


class Normalize(keras.layers.Layer):
    """Scales every vector to unit length."""

    def call(self, inputs):
        squares = K.sum(K.square(inputs), axis=-1, keepdims=True)
        return inputs / K.sqrt(squares + K.epsilon())
