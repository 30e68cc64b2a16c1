import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


# %% a module
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


def block(x):
    return layers.Dense(4, name="dense")(x)  # here  # LL509


inputs = keras.Input((4,))
model = keras.Model(inputs, block(block(inputs)))


# %% a function
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


def block(x):
    return layers.Dense(4, name="dense")(x)  # here  # LL509


def build():
    inputs = keras.Input((4,))
    return keras.Model(inputs, block(block(inputs)))
