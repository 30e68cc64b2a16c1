import numpy as np
from keras import layers


def ramp(height):
    def init(shape):  # LL426
        return np.linspace(0, height, shape[-1]) * np.ones(shape)

    return init


def head(x):
    return layers.Dense(4, kernel_initializer=ramp(2.0))(x)
