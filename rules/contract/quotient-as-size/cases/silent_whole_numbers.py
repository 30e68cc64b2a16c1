from tensorflow import keras
from tensorflow.keras import layers

# %% divided without a remainder, or made whole


def block(x, filters, ratio):
    x = layers.Conv2D(filters // 2, 1)(x)
    x = layers.Conv2D(int(filters / ratio), kernel_size=3)(x)
    return layers.LSTM(round(64 / ratio))(x)


# %% made whole under its name


def attend(width, heads):
    size = width / heads
    size = int(size)
    return layers.MultiHeadAttention(heads, size)


# %% floats are wanted


def noisy(x, units, rate):
    x = layers.Dropout(rate / 2)(x)
    x = layers.Dense(units, activity_regularizer=keras.regularizers.L2(1 / units))(x)
    return layers.Rescaling(1 / 255)(x)


# %% other functions, and layers of other packages


class Dense:
    def __init__(self, units):
        self.units = int(units)


def own(width):
    return Dense(width / 2)


# %% one of several values


def either(width, half):
    size = width / 2
    if half:
        size = width // 2
    return layers.Dense(size)
