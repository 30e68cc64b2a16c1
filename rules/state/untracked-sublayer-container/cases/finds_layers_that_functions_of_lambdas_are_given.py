import functools

import keras
from keras import layers


# %% a function that makes the function, and is given a model
def block_of(width):
    x = keras.Input((width,))
    return keras.Model(x, layers.Dense(width, activation="tanh")(x), name="block")


def repeat(block, times):
    def apply(x):
        for _ in range(times):
            x = block(x)
        return x

    return apply


def net(width, times):
    block = block_of(width)
    inputs = keras.Input((width,))
    x = layers.Lambda(repeat(block, times), output_shape=(width,))(inputs)  # LL215
    return keras.Model(inputs, layers.Dense(1)(x))


# %% one that makes the layer, and one that gives a lambda
def residual(width):
    dense = layers.Dense(width)

    def run(x):
        return x + dense(x)

    return run


def twice(f):
    return lambda x: f(f(x))


def net(width):
    x = keras.Input((width,))
    shared = keras.Sequential()
    shared.add(layers.Dense(width))
    y = layers.Lambda(residual(width))(x)  # LL215
    return keras.Model(x, layers.Lambda(twice(shared))(y))  # LL215


# %% a model of the module
inputs = keras.Input((4,))
hidden = layers.Dense(8, activation="relu")(inputs)
core = keras.Model(inputs, layers.ReLU()(hidden))


def net():
    x = keras.Input((4,))
    y = layers.Lambda(lambda t: core(t), output_shape=(8,))(x)  # LL215
    return keras.Model(x, layers.Dense(1)(y))


# %% given beforehand
def apply(block, x):
    return block(x) + x


def net(width, times):
    block = layers.Dense(width)
    x = keras.Input((width,))
    y = layers.Lambda(functools.partial(apply, block))(x)  # LL215
    for _ in range(times):
        dense = keras.Sequential([layers.Dense(width), layers.ReLU()])
        y = layers.Lambda(lambda t, dense=dense: dense(t))(y)  # LL215
    return keras.Model(x, y)
