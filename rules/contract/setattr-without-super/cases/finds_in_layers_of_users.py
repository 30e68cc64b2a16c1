# %% a model that logs what is set
import keras


class Logged(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.hidden = keras.layers.Dense(units)

    def __setattr__(self, key, value):  # LL410
        print("setting", key)
        self.__dict__[key] = value

    def call(self, x):
        return self.hidden(x)


# %% a mixin for settings
import tensorflow as tf


class Frozen:
    """Names that begin with a capital are settings, and are set once."""

    def __setattr__(self, name, value):  # LL410
        if name[0].isupper() and name in self.__dict__:
            raise AttributeError(name)
        object.__setattr__(self, name, value)


class MelFilter(Frozen, tf.keras.layers.Layer):
    def __init__(self, bands, **kwargs):
        super().__init__(**kwargs)
        self.BANDS = bands
        self.dense = tf.keras.layers.Dense(bands)

    def call(self, wave):
        return self.dense(wave)


# %% lower case for every name
from keras import layers


class CaseFree(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.Gate = layers.Dense(units)

    def __setattr__(self, name, value):  # LL410
        self.__dict__.update({name.lower(): value})

    def call(self, x):
        return self.gate(x)
