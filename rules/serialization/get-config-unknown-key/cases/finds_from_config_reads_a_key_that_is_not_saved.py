import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


# %% pop
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Head(layers.Layer):
    def __init__(self, body, units=1, **kwargs):
        super().__init__(**kwargs)
        self.body, self.units = body, units

    def get_config(self):
        config = super().get_config()
        config.update({"body": serialize_keras_object(self.body), "units": self.units})
        return config

    @classmethod
    def from_config(cls, config):
        body = config.pop("net")  # here  # LL504
        return cls(body, **config)


# %% an item
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Head(layers.Layer):
    def __init__(self, body, units=1, **kwargs):
        super().__init__(**kwargs)
        self.body, self.units = body, units

    def get_config(self):
        config = super().get_config()
        config.update({"body": serialize_keras_object(self.body), "units": self.units})
        return config

    @classmethod
    def from_config(cls, config):
        return cls(deserialize_keras_object(config["net"]))  # here  # LL504


# %% of a copy
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Head(layers.Layer):
    def __init__(self, body, units=1, **kwargs):
        super().__init__(**kwargs)
        self.body, self.units = body, units

    def get_config(self):
        config = super().get_config()
        config.update({"body": serialize_keras_object(self.body), "units": self.units})
        return config

    @classmethod
    def from_config(cls, config):
        config = dict(config)
        config["body"] = deserialize_keras_object(config["net"])  # here  # LL504
        return cls(**config)
