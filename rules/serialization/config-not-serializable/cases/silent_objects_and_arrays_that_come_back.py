# %% a dictionary of the settings, and one is taken as well
import keras


class Settings:
    def __init__(self, width=8, rate=0.1):
        self.width = width
        self.rate = rate

    def to_dict(self):
        return dict(self.__dict__)


class Encoder(keras.layers.Layer):
    def __init__(self, settings, **kwargs):
        super().__init__(**kwargs)
        if isinstance(settings, dict):
            settings = Settings(**settings)
        self.settings = settings
        self.dense = keras.layers.Dense(settings.width)

    def call(self, x):
        return self.dense(x)

    def get_config(self):
        return {**super().get_config(), "settings": self.settings.to_dict()}


# %% `from_config` makes the object again
import keras


class Settings:
    def __init__(self, width=8):
        self.width = width


class Encoder(keras.layers.Layer):
    def __init__(self, settings, **kwargs):
        super().__init__(**kwargs)
        self.settings = settings
        self.dense = keras.layers.Dense(settings.width)

    def call(self, x):
        return self.dense(x)

    def get_config(self):
        return {**super().get_config(), "settings": vars(self.settings)}

    @classmethod
    def from_config(cls, config):
        return cls(Settings(**config.pop("settings")), **config)


# %% what text and numbers have as well
import keras


class Named(keras.layers.Layer):
    def __init__(self, mode, sizes, rate, options, **kwargs):
        super().__init__(**kwargs)
        self.mode = mode
        self.sizes = sizes
        self.rate = rate
        self.options = options

    def call(self, x):
        scale = self.options.get("scale", 1.0) * self.rate.real
        return x * scale * self.sizes.count(3) if self.mode.lower() == "sum" else x

    def get_config(self):
        config = super().get_config()
        config.update(mode=self.mode, sizes=self.sizes, rate=self.rate, options=self.options)
        return config


# %% a list of the array, and an array made of what is loaded
import keras
import numpy as np


class Boxes(keras.layers.Layer):
    def __init__(self, ratios, **kwargs):
        super().__init__(**kwargs)
        self.ratios = np.asarray(ratios)

    def call(self, x):
        return x[..., None] * np.sqrt(self.ratios)

    def get_config(self):
        return {**super().get_config(), "ratios": self.ratios.tolist()}


inputs = keras.Input((4,))
model = keras.Model(inputs, Boxes(np.array([0.5, 1.0, 2.0]))(inputs))


# %% it is given a list, and makes the array itself
import keras
import numpy as np


class Filter(keras.layers.Layer):
    def __init__(self, taps=(0.25, 0.5, 0.25), **kwargs):
        super().__init__(**kwargs)
        self.taps = taps

    def call(self, x):
        return keras.ops.sum(x[..., None] * np.array(self.taps), axis=-1)

    def get_config(self):
        return {**super().get_config(), "taps": self.taps}


inputs = keras.Input((4,))
model = keras.Model(inputs, Filter([0.5, 0.5])(inputs))


# %% only some are objects: it asks what it has got
import keras


class Head(keras.layers.Layer):
    def __init__(self, cfg, **kwargs):
        super().__init__(**kwargs)
        self.cfg = cfg
        labels = cfg.num_labels if hasattr(cfg, "num_labels") else cfg["num_labels"]
        self.out = keras.layers.Dense(labels)

    def call(self, x):
        return self.out(x)

    def get_config(self):
        return {**super().get_config(), "cfg": self.cfg}


# %% another library has what is called the same
import numpy as np
import tensorflow as tf


class Variable(tf.keras.layers.Layer):
    def __init__(self, initial, **kwargs):
        super().__init__(**kwargs)
        self.initial = initial

    def build(self, input_shape):
        self.value = tf.Variable(np.zeros(3, "float32"))

    def call(self, x):
        return x + self.value * self.initial

    def get_config(self):
        return {**super().get_config(), "initial": self.initial}
