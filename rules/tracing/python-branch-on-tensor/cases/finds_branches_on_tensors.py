import math

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K


# %% if
class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, x):
        if tf.reduce_max(x) > 1.0:  # here  # LL303
            x = x / 255.0
        return x


# %% if on the input
class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, x):
        return x if x > 0 else -x  # here  # LL303


# %% while
class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, x):
        error = tf.norm(x)
        while error > self.rate:  # here  # LL303
            x = x * 0.5
            error = tf.norm(x)
        return x


# %% and
class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, x, training=None):
        if training and tf.random.uniform([]) < self.rate:  # here  # LL303
            return x
        return 2.0 * x


# %% not
class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, x):
        if not tf.reduce_any(x > 0):  # here  # LL303
            return -x
        return x


# %% assert
class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, x):
        assert tf.reduce_all(x >= 0)  # here  # LL303
        return tf.sqrt(x)


# %% a dynamic size
class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, x):
        if tf.shape(x)[1] > 3:  # here  # LL303
            x = x[:, :3]
        return x


# %% a loop over tf.range
class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, x):
        for _ in tf.range(3):  # here  # LL303
            x = self.dense(x)
        return x


# %% a loop of dynamic length
class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, x):
        parts = []
        for step in range(tf.shape(x)[1]):  # here  # LL303
            parts.append(x[:, step])
        return tf.stack(parts, 1)


# %% a weight
class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, x):
        if self.scale > 1.0:  # here  # LL303
            return x
        return x * self.scale


# %% the mask
class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, x, mask=None):
        if mask:  # here  # LL303
            x = x * tf.cast(mask, x.dtype)
        return x
