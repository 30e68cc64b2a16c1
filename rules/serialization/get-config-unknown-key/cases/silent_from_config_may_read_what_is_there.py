import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


# %% saved
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
        return cls(deserialize_keras_object(config["body"]))


# %% saved by Keras
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
        return cls(None, name=config["name"])


# %% with a default
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
        config.pop("net", None)
        return cls(**config)


# %% asked for
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
        if "net" in config:
            config["body"] = config.pop("net")
        return cls(**config)


# %% set before
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
        config["net"] = config.pop("body")
        return cls(config["net"])


# %% of a dictionary made of it
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
        config = upgrade(config)
        return cls(config["net"])
