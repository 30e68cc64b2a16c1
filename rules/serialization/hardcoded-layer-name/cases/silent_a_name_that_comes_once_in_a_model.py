import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


# %% one call
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


def block(x):
    return layers.Dense(4, name="dense")(x)


inputs = keras.Input((4,))
model = keras.Model(inputs, block(inputs))


# %% two models
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


def block(x):
    return layers.Dense(4, name="dense")(x)


first = keras.Input((4,))
one = keras.Model(first, block(first))
second = keras.Input((4,))
two = keras.Model(second, block(second))


# %% one of two
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


def block(x):
    return layers.Dense(4, name="dense")(x)


inputs = keras.Input((4,))
outputs = block(inputs) if wide else block(inputs)
model = keras.Model(inputs, outputs)
