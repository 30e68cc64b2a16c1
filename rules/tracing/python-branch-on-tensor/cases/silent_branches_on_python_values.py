import math

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K


# %% the flag
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
        return self.dense(x) if training else x


# %% None
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
        if mask is not None:
            x = x * tf.cast(mask, x.dtype)
        return x


# %% static sizes
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
        if x.shape[1] > 3 and len(x.shape) == 3:
            x = x[:, :3]
        return x


# %% a backend rank
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
        return x if K.ndim(x) == 3 else x[:, None]


# %% a type
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
        if isinstance(inputs, (list, tuple)):
            inputs = inputs[0]
        return inputs


# %% a dtype
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
        return tf.cast(x, "float32") if x.dtype == tf.float16 else x


# %% a static value
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
        size = tf.get_static_value(tf.shape(x)[1])
        return x if size is None or size > 2 else -x


# %% hyper-parameters
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
        for _ in range(self.units):
            x = self.dense(x) if self.rate > 0 else x
        return x


# %% a list of inputs
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
        if len(inputs) == 2:
            return inputs[0] + inputs[1]
        for x in inputs:
            last = x
        return last


# %% unstacked
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
        return sum(self.dense(step) for step in tf.unstack(x, axis=1))


# %% a tf.function
class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    @tf.function
    def call(self, x):
        if tf.reduce_sum(x) > 0:
            return x
        return -x


# %% functions of tf.cond
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
        return tf.cond(tf.reduce_sum(x) > 0, lambda: x, lambda: -x)


# %% one mask for each input
class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, inputs, mask=None):
        first = mask[0] if mask else None
        return inputs[0] if first is None else inputs[1]


# %% a switch that fit leaves alone
class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, x, inverse=False):
        if inverse:
            return self.solve(x)
        return self.dense(x)

    def solve(self, x):
        while tf.norm(x) > 1.0:
            x = x / 2.0
        return x
