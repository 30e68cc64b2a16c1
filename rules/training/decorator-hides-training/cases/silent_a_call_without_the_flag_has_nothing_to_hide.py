import functools
from tensorflow import keras


def logged(function):
    # plain
    def wrapper(self, *args, **kwargs):
        return function(self, *args, **kwargs)

    return wrapper


class Noise(keras.layers.Layer):
    @logged
    def call(self, inputs):
        return inputs * 2
