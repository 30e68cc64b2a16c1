# %% it is undone on the way out
import keras


class ItemEmbedding(keras.layers.Layer):
    def __init__(self, vocabulary, **kwargs):
        super().__init__(**kwargs)
        self.vocabulary = vocabulary + 1
        self.table = keras.layers.Embedding(self.vocabulary, 8)

    def call(self, ids):
        return self.table(ids)

    def get_config(self):
        return {**super().get_config(), "vocabulary": self.vocabulary - 1}


# %% conversions that change nothing the second time
import tensorflow as tf


class Window(tf.keras.layers.Layer):
    def __init__(self, size, axes=(1, 2), rate=None, **kwargs):
        super().__init__(**kwargs)
        self.size = int(size)
        self.axes = tuple(axes)
        self.rate = rate or 0.5
        self.limit = max(self.size, 1)

    def call(self, x):
        return tf.reduce_mean(x, axis=self.axes) * self.rate

    def get_config(self):
        config = super().get_config()
        config.update(size=self.size, axes=self.axes, rate=self.rate)
        return config


# %% under another name
from tensorflow.keras import layers


class Wide(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.total = units * 4
        self.dense = layers.Dense(self.total)

    def call(self, x):
        return self.dense(x)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


# %% from_config knows
import keras


class Scaled(keras.layers.Layer):
    def __init__(self, degrees=1.0, **kwargs):
        super().__init__(**kwargs)
        self.degrees = degrees * 10.0

    def call(self, x):
        return x / self.degrees

    def get_config(self):
        return {**super().get_config(), "degrees": self.degrees}

    @classmethod
    def from_config(cls, config):
        config["degrees"] /= 10.0
        return cls(**config)


# %% arithmetic that is neutral
import keras


class Absolute(keras.layers.Layer):
    def __init__(self, margin=0.1, **kwargs):
        super().__init__(**kwargs)
        self.margin = abs(margin)

    def call(self, x):
        return keras.ops.relu(x - self.margin)

    def get_config(self):
        return {**super().get_config(), "margin": self.margin}


# %% the name is changed after it was kept
import keras


class Gated(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        units *= 2
        self.dense = keras.layers.Dense(units)

    def call(self, x):
        a, b = keras.ops.split(self.dense(x), 2, axis=-1)
        return a * keras.ops.sigmoid(b)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


# %% rounded to a multiple
from tensorflow.keras import layers


class Heads(layers.Layer):
    def __init__(self, dim, heads=4, **kwargs):
        super().__init__(**kwargs)
        self.dim = dim // heads * heads
        self.heads = heads
        self.dense = layers.Dense(self.dim)

    def call(self, x):
        return self.dense(x)

    def get_config(self):
        return {**super().get_config(), "dim": self.dim, "heads": self.heads}
