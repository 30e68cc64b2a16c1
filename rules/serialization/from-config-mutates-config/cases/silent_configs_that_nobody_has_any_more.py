from tensorflow import keras


# %% only Keras calls it
class Lamp(keras.layers.Layer):
    @classmethod
    def from_config(cls, config):
        shade = config.pop("shade")
        return cls(shade, **config)


# %% a copy
class Lamp(keras.layers.Layer):
    @classmethod
    def from_config(cls, config):
        config = config.copy()
        shade = config.pop("shade")
        return cls(shade, **config)


def pair(config):
    return Lamp.from_config(config), Lamp.from_config(config)


# %% read only
class Lamp(keras.layers.Layer):
    @classmethod
    def from_config(cls, config):
        return cls(config["shade"])


def pair(config):
    return Lamp.from_config(config), Lamp.from_config(config)


# %% fresh each time
class Lamp(keras.layers.Layer):
    @classmethod
    def from_config(cls, config):
        shade = config.pop("shade")
        return cls(shade, **config)


def pair(lamp):
    return [Lamp.from_config(lamp.get_config()) for _ in range(2)]


# %% one config for each
class Lamp(keras.layers.Layer):
    @classmethod
    def from_config(cls, config):
        shade = config.pop("shade")
        return cls(shade, **config)


def row(configs):
    return [Lamp.from_config(config) for config in configs]
