import json
from os import *

import keras


# %% what Keras sets is there
class Base(keras.layers.Layer):
    def __init__(self, units=1, **kwargs):
        super(Base, self).__init__(**kwargs)
        self.units = units

    def get_config(self):
        config = {"units": self.units, "input_spec": None, "rate": self.rate}  # LL504
        config.update({"supports_masking": self.supports_masking})
        return {**super(Base, self).get_config(), **config}

    @classmethod
    def from_config(cls, config):
        return cls(units=config["units"])


# %% an attribute that is not called like its key
class Masked(keras.layers.Layer):
    def __init__(self, mask_value=0.0, **kwargs):
        super().__init__(**kwargs)
        self.mask_value = mask_value

    def get_config(self):
        return {**super().get_config(), "mask_value": self.input_mask_value}  # LL504


# %% a constructor from a config that is no class method
class Made(keras.layers.Layer):
    def __init__(self, rate=0, **kwargs):
        super().__init__(**kwargs)

    def from_config(config):
        return Made(**config)

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}  # LL504


# %% a base that is no layer
class Logger:
    def __init__(self, level=1):
        super().__init__()
        self.level = level


class Logged(keras.layers.Layer, Logger):
    def __init__(self, rate=0, **kwargs):
        super().__init__(**kwargs)
        Logger.__init__(self)

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}  # LL504
