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


# %% by position
class Wide(layers.Dense):
    def __init__(self, scale=1.0, **kwargs):
        super().__init__(8, **kwargs)  # LL504
        self.scale = scale

    def get_config(self):
        return {**super().get_config(), "scale": self.scale}


# %% by position, in the old way
class Both(layers.Bidirectional):
    def __init__(self, width=4, **kwargs):
        layers.Bidirectional.__init__(self, layers.GRU(width), **kwargs)  # LL504
        self.width = width

    def get_config(self):
        config = super().get_config()
        config["width"] = self.width
        return config


# %% the cell, as the first argument of another name
class Echo(layers.RNN):
    def __init__(self, units, leak=0.3, **kwargs):  # LL504
        super().__init__(layers.SimpleRNNCell(units), **kwargs)
        self.units = units
        self.leak = leak

    def get_config(self):
        return {**super().get_config(), "units": self.units, "leak": self.leak}


# %% the layer, as the first argument of another name
class Frames(layers.TimeDistributed):
    def __init__(self, filters=4):  # LL504
        super().__init__(layers.Conv2D(filters, 3))
        self.filters = filters

    def get_config(self):
        config = super().get_config()
        config["filters"] = self.filters
        return config
