import functools
from tensorflow import keras


def logged(function):
    # plain
    def wrapper(self, *args, **kwargs):
        return function(self, *args, **kwargs)

    return wrapper


class Noise(keras.layers.Layer):
    @logged  # LL123
    def call(self, inputs, training=None):
        return inputs * 2 if training else inputs
