import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


# %% self.parts-True
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Chain(layers.Layer):
    def __init__(self, parts, **kwargs):
        super().__init__(**kwargs)
        self.parts = parts

    def call(self, x):
        for part in self.parts:
            x = part(x)
        return x

    def get_config(self):
        return {**super().get_config(), "parts": self.parts}  # LL505


# %% [serialize_keras_object(part) for part in self.parts]-True
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Chain(layers.Layer):
    def __init__(self, parts, **kwargs):
        super().__init__(**kwargs)
        self.parts = parts

    def call(self, x):
        for part in self.parts:
            x = part(x)
        return x

    def get_config(self):
        return {**super().get_config(), "parts": [serialize_keras_object(part) for part in self.parts]}  # LL505
