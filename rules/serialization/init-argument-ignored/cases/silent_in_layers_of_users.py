# %% read in a method, or only handed on
import keras


class Tower(keras.layers.Layer):
    def __init__(self, units, activation="relu", bias=True, name="tower", **kwargs):
        super().__init__(name=name, **kwargs)
        options = dict(use_bias=bias)
        self.dense = keras.layers.Dense(units, activation=activation, **options)

    def call(self, x):
        return self.dense(x)


# %% locals are taken whole
import tensorflow as tf


class Configured(tf.keras.layers.Layer):
    def __init__(self, size=3, stride=1, **kwargs):
        super().__init__(**kwargs)
        self.settings = {k: v for k, v in locals().items() if k in ("size", "stride")}

    def call(self, x):
        return x[:, :: self.settings["stride"]]


# %% only stored, for the config
from tensorflow.keras import layers


class Tagged(layers.Layer):
    def __init__(self, tag, **kwargs):
        super().__init__(**kwargs)
        self.tag = tag

    def call(self, x):
        return x

    def get_config(self):
        return {**super().get_config(), "tag": self.tag}


# %% deleted on purpose, or read where it is checked
import keras


class Pool(keras.layers.Layer):
    def __init__(self, kind="mean", ragged=False, **kwargs):
        super().__init__(**kwargs)
        del ragged
        if kind not in ("mean", "max"):
            raise ValueError(kind)
        self.reduce = getattr(keras.ops, kind)

    def call(self, x):
        return self.reduce(x, axis=1)


# %% in a closure
import keras


class Scaled(keras.layers.Layer):
    def __init__(self, factor, **kwargs):
        super().__init__(**kwargs)
        self.function = lambda x: x * factor

    def call(self, x):
        return self.function(x)
