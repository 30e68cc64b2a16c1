import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


# %% a number
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Unit(layers.Conv2D):
    def __init__(self, filters, step=1, **kwargs):
        super().__init__(filters, kernel_size=3, **kwargs)  # here  # LL504


# %% an argument of another name
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Unit(layers.Conv2D):
    def __init__(self, filters, step=1, **kwargs):
        super().__init__(filters, strides=step, **kwargs)  # here  # LL504
