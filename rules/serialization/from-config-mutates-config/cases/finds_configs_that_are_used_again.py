from tensorflow import keras


# %% read afterwards
class Lamp(keras.layers.Layer):
    def __init__(self, shade=1.0, **kwargs):
        super().__init__(**kwargs)
        self.shade = shade

    @classmethod
    def from_config(cls, config):
        shade = config.pop("shade")  # LL514
        return cls(shade, **config)


def copy(lamp, log):
    config = lamp.get_config()
    twin = Lamp.from_config(config)
    log(config)
    return twin


# %% in a loop
class Lamp(keras.layers.Layer):
    def __init__(self, shade=1.0, **kwargs):
        super().__init__(**kwargs)
        self.shade = shade

    @classmethod
    def from_config(cls, config):
        config["shade"] = 2 * config["shade"]  # LL514
        return cls(**config)


def row(config, count):
    lamps = []
    for _ in range(count):
        lamps.append(Lamp.from_config(config))
    return lamps


# %% a comprehension
class Lamp(keras.layers.Layer):
    @classmethod
    def from_config(cls, config):
        del config["shade"]  # LL514
        return cls(**config)


def chain(config, count):
    return [Lamp.from_config(config) for _ in range(count)]


# %% kept by the layer
class Lamp(keras.layers.Layer):
    def __init__(self, shade=1.0, **kwargs):
        super().__init__(**kwargs)
        self._config = {"shade": shade}

    def get_config(self):
        return self._config

    @classmethod
    def from_config(cls, config):
        return cls(shade=config.pop("shade"), **config)  # LL514
