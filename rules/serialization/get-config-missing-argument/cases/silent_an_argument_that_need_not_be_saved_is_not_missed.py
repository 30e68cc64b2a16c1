import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


# %% what an argument made is saved under another argument's name
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Block(layers.Layer):
    def __init__(self, net="dense", options=None, axis=-1, **kwargs):
        super().__init__(**kwargs)
        self.net = make(net, **(options or {}))
        self.axis = axis

    def call(self, x):
        return self.net(x)

    def get_config(self):
        return {**super().get_config(), "net": serialize_keras_object(self.net), "axis": self.axis}


# %% a comment says that it is not saved
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Block(layers.Layer):
    def __init__(self, net="dense", options=None, axis=-1, **kwargs):
        super().__init__(**kwargs)
        self.net = make(net, **(options or {}))
        self.axis = axis

    def call(self, x):
        return self.net(x)

    def get_config(self):
        config = super().get_config()
        config.update({"net": self.net, "options": None})  # the axis is not saved on purpose
        return config


# %% a comment says that the axis is left to the default
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Block(layers.Layer):
    def __init__(self, net="dense", options=None, axis=-1, **kwargs):
        super().__init__(**kwargs)
        self.net = make(net, **(options or {}))
        self.axis = axis

    def call(self, x):
        return self.net(x)

    def get_config(self):
        # We don't save axis.
        return {**super().get_config(), "net": self.net, "options": None}


# %% a seed, by which a copy that gets its weights from a file draws nothing again
class Seeded(layers.Layer):
    def __init__(self, units, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units, self.seed = units, seed

    def build(self, shape):
        start = keras.initializers.GlorotUniform(seed=self.seed)
        self.kernel = self.add_weight(shape=(shape[-1], self.units), initializer=start)

    def call(self, x):
        return x @ self.kernel

    def get_config(self):
        return {**super().get_config(), "units": self.units}
