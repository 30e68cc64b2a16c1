import numpy as np
from keras import initializers, layers


def ramp(height):
    def init(shape, dtype=None):
        return (np.linspace(0, height, shape[-1]) * np.ones(shape)).astype(dtype)

    return init


def either(height):
    def init(shape):
        return height * np.ones(shape)

    if height:
        return lambda shape, dtype=None: init(shape)
    return initializers.Zeros()


def head(x):
    x = layers.Dense(4, kernel_initializer=ramp(2.0))(x)
    return layers.Dense(4, kernel_initializer=either(2.0))(x)
