import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


# %% behind a function that selects keys
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

    def get_config(self):  # here  # LL502
        config = selected(super().get_config())
        return config | {"net": self.net}


# %% in a property that holds the config
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

    @property
    def config(self):
        return {"net": self.net, "options": None}

    def get_config(self):  # here  # LL502
        return {**super().get_config(), **self.config}
