import numpy as np
import tensorflow as tf
from tensorflow import keras


# %% added to scores
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return tf.nn.softmax(x + (1.0 - tf.cast(x > 0, x.dtype)) * -1e9)  # here  # LL310


# %% the other way round
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        x += -1e9 * tf.cast(x < 0, x.dtype)  # here  # LL310
        return tf.nn.softmax(x)


# %% in keras.ops
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        keep = keras.ops.cast(x > 0, x.dtype)
        return x + keras.ops.multiply(1.0 - keep, -1e10)  # here  # LL310


# %% a mask of Keras
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x, mask=None):
        keep = tf.cast(mask, self.compute_dtype)
        return x - 1e9 * (1.0 - keep)  # here  # LL310


# %% a constant of the module
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return x + NEGATIVE * tf.cast(x < 0, x.dtype)  # here  # LL310


# %% a local
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
        return x + large * tf.cast(x < 0, x.dtype)  # here  # LL310


# %% an attribute of the class
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    LARGE = -1e9

    def call(self, x):
        return x + self.LARGE * tf.cast(x < 0, x.dtype)  # here  # LL310
