import math

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K


# %% the greater of two
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
        return x * max(1.0, tf.reduce_max(x))  # here  # LL302


# %% an input
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
        return np.sqrt(x)  # here  # LL302


# %% a part of the input
class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, inputs):
        a, b = inputs
        return a + np.abs(b)  # here  # LL302


# %% a result of TensorFlow
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
        total = tf.reduce_sum(x)
        return x / float(total)  # here  # LL302


# %% a result of a sublayer
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
        h = self.dense(x)
        return tf.constant(h.numpy())  # here  # LL302


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
        return x * np.exp(self.scale)  # here  # LL302


# %% in a helper
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
        return self.squash(tf.nn.relu(x))

    def squash(self, y):
        return y / np.linalg.norm(y)  # here  # LL302


# %% a list of tensors
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
        return np.stack([tf.exp(x), tf.abs(x)])  # here  # LL302


# %% a dynamic shape
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
        n = tf.shape(x)[1]
        return x * math.sqrt(n)  # here  # LL302


# %% in a branch
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
        if training:
            x = x + np.mean(tf.square(x))  # here  # LL302
        return x
