# %% updated in place
import keras


class Rescale(keras.layers.Layer):
    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor

    def get_config(self):
        config = super().get_config().copy()
        config.update({"factor": self.factor})
        return config


# %% joined with the pipe, or from items
import tensorflow as tf


class Frames(tf.keras.layers.Layer):
    def __init__(self, size, hop, **kwargs):
        super().__init__(**kwargs)
        self.size, self.hop = size, hop

    def call(self, wave):
        return tf.signal.frame(wave, self.size, self.hop)

    def get_config(self):
        base_config = super(Frames, self).get_config()
        config = {"size": self.size, "hop": self.hop}
        return dict(list(base_config.items()) + list(config.items()))


# %% no kwargs that could take the keys
from tensorflow.keras import layers


class Plain(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.units = units
        self.dense = layers.Dense(units)

    def call(self, x):
        return self.dense(x)

    def get_config(self):
        return {"units": self.units}


# %% a helper of a base of the project does it
import keras


class Configured(keras.layers.Layer):
    FIELDS = ()

    def get_config(self):
        return {**super().get_config(), **{name: getattr(self, name) for name in self.FIELDS}}


class Decay(Configured):
    FIELDS = ("rate",)

    def __init__(self, rate=0.9, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x):
        return x * self.rate

    def get_config(self):
        return super().get_config() | {"rate": self.rate}


# %% what the base saves is written out
import keras


class Explicit(keras.layers.Layer):
    def __init__(self, width, **kwargs):
        super().__init__(**kwargs)
        self.width = width

    def call(self, x):
        return x

    def get_config(self):
        return {
            "name": self.name,
            "trainable": self.trainable,
            "dtype": self.dtype,
            "width": self.width,
        }


# %% an object that is no layer
class Schedule:
    def __init__(self, rate, **kwargs):
        self.rate = rate

    def get_config(self):
        return {"rate": self.rate}
