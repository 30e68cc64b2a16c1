import numpy as np
import tensorflow as tf
from tensorflow import keras


# %% a norm
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return tf.math.l2_normalize(x, axis=-1, epsilon=1e-12)  # here  # LL311


# %% an attribute that the constructor takes
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def __init__(self, epsilon=1e-12):
        super().__init__()
        self.epsilon = epsilon

    def call(self, x):
        return x / (tf.reduce_sum(x) + self.epsilon)  # here  # LL311


# %% a divisor
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return x / (tf.reduce_sum(x) + 1e-12)  # here  # LL311


# %% a divisor with a name
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        norm = tf.norm(x) + 1e-10  # here  # LL311
        return x / norm


# %% a logarithm
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return tf.math.log(x + 1e-8)  # here  # LL311


# %% below a root
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return x / tf.sqrt(tf.reduce_mean(x * x) + 1e-12)  # here  # LL311


# %% a lower bound
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return x / tf.maximum(tf.norm(x), 1e-12)  # here  # LL311


# %% an inverse root
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return x * tf.math.rsqrt(tf.reduce_sum(x * x) + 1e-12)  # here  # LL311
