import numpy as np
import tensorflow as tf
from tensorflow import keras


# %% a constant that fits
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return x + (1.0 - tf.cast(x > 0, x.dtype)) * -3e4


# %% where
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return tf.where(x > 0, x, -1e9)


# %% in float32
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        scores = tf.cast(x, tf.float32)
        return scores + (1.0 - tf.cast(x > 0, tf.float32)) * -1e9


# %% no mask
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return x * 1e6


# %% integers
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return tf.cast(x > 0, tf.int64) * 1000000


# %% a local that is given another value
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        large = -1e9
        if x.dtype == "float16":
            large = -3e4
        return x + large * tf.cast(x < 0, x.dtype)


# %% an argument
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x, large=-1e9):
        large = min(large, x.dtype.max)
        return x + large * tf.cast(x < 0, x.dtype)
