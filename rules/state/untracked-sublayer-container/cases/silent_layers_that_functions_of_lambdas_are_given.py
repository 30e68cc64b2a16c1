import functools

import keras
from keras import layers


# %% the function is called without a `Lambda`
def repeat(block, times):
    def apply(x):
        for _ in range(times):
            x = block(x)
        return x

    return apply


def net(width, times):
    block = layers.Dense(width)
    x = keras.Input((width,))
    y = layers.Lambda(lambda t: t * 2)(x)
    return keras.Model(x, repeat(block, times)(y))


# %% the model is a part of the graph, or is trained by itself
def apply_twice(block):
    return lambda x: block(block(x))


def tied(width):
    block = layers.Dense(width)
    x = keras.Input((width,))
    y = block(x)
    return keras.Model(x, layers.Lambda(apply_twice(block))(y))


inputs = keras.Input((4,))
core = keras.Model(inputs, layers.Dense(8)(inputs))
core.compile("adam", "mse")


def net():
    x = keras.Input((4,))
    return keras.Model(x, layers.Lambda(lambda t: core(t))(x))


# %% nothing that has weights
def scaled(factor, activation):
    def apply(x):
        return activation(x) * factor

    return apply


def net(width):
    relu = layers.ReLU()
    x = keras.Input((width,))
    pool = keras.Sequential([layers.ReLU()])
    y = layers.Lambda(lambda t: pool(t))(x)
    return keras.Model(x, layers.Lambda(scaled(2.0, relu))(y))


# %% a part of a network that is trained already
def features(x, network):
    return network(x)


def net(shape):
    vgg = keras.applications.VGG16(include_top=False)
    part = keras.Model(vgg.input, vgg.get_layer("block3_conv3").output)
    x = keras.Input(shape)
    return keras.Model(x, layers.Lambda(functools.partial(features, network=part))(x))
