import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


# %% taken out of the config
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Unit(layers.Conv2D):
    def __init__(self, filters, **kwargs):
        super().__init__(filters, kernel_size=3, **kwargs)

    def get_config(self):
        config = super().get_config()
        config.pop("kernel_size")
        return config


# %% taken out of the keywords
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Unit(layers.Conv2D):
    def __init__(self, filters, **kwargs):
        kwargs.pop("kernel_size", None)
        super().__init__(filters, kernel_size=3, **kwargs)


# %% a way of its own to load
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Unit(layers.Conv2D):
    def __init__(self, filters, **kwargs):
        super().__init__(filters, kernel_size=3, **kwargs)

    @classmethod
    def from_config(cls, config):
        return cls(config["filters"])


# %% an argument of the same name
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Unit(layers.Conv2D):
    def __init__(self, filters, **kwargs):
        super().__init__(filters=filters, kernel_size=(3, 3) if filters else 3)


# %% a private argument of the base
class Cell(keras.layers.LSTMCell):
    def __init__(self, units, reuse=None, **kwargs):
        super().__init__(units, _reuse=reuse, **kwargs)
        self.reuse = reuse

    def get_config(self):
        return {**super().get_config(), "reuse": self.reuse}


# %% by position, taken out of the config
class Echo(layers.RNN):
    def __init__(self, units, **kwargs):
        super().__init__(layers.SimpleRNNCell(units), **kwargs)
        self.units = units

    def get_config(self):
        config = super().get_config()
        del config["cell"]
        return {**config, "units": self.units}

    @classmethod
    def from_config(cls, config):
        return cls(**config)


# %% by position, under the name that the constructor takes
class Wide(layers.Dense):
    def __init__(self, units, **kwargs):
        super().__init__(units, **kwargs)


# %% by position to a base of the project
class Echoes(Wide):
    def __init__(self, count, **kwargs):
        super().__init__(8 * count, **kwargs)
        self.count = count

    def get_config(self):
        config = super().get_config()
        config.pop("units")
        return {**config, "count": self.count}


# %% the layer that a wrapper is given comes back by position
class Repeated(layers.Wrapper):
    def __init__(self, model, times=10, **kwargs):
        super().__init__(model, **kwargs)
        self.times = times

    def call(self, x):
        return keras.ops.stack([self.layer(x) for _ in range(self.times)])


class Residual(layers.Wrapper):
    def __init__(self, inner, scale=1.0, **kwargs):
        super().__init__(layer=inner, **kwargs)
        self.scale = scale

    def get_config(self):
        return {**super().get_config(), "scale": self.scale}
