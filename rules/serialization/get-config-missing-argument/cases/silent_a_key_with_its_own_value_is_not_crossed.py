import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


# %% stride-stride
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Pool(layers.Layer):
    def __init__(self, size, stride=None, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.stride = stride

    def get_config(self):
        config = super().get_config()
        config.update({"size": self.size, "stride": self.stride})
        return config


# %% stride or size-stride
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Pool(layers.Layer):
    def __init__(self, size, stride=None, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.stride = stride or size

    def get_config(self):
        config = super().get_config()
        config.update({"size": self.size, "stride": self.stride})
        return config


# %% size-size
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Pool(layers.Layer):
    def __init__(self, size, stride=None, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.stride = size

    def get_config(self):
        config = super().get_config()
        config.update({"size": self.size, "stride": self.size})
        return config
