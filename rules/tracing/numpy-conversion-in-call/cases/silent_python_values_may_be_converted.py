import math

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K


# %% the greater of two sizes
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
        return tf.reshape(x, (-1, max(1, x.shape[-1], self.units)))


# %% static shapes
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
        flat = int(np.prod(x.shape[1:]))
        return tf.reshape(x, (-1, flat)) / np.sqrt(x.shape[-1])


# %% a length
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
        return sum(inputs) / float(len(inputs))


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
        return x * np.sqrt(self.units) * math.exp(-self.rate)


# %% constants
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
        table = np.cumsum(np.arange(4)).astype("float32")
        return x * table


# %% backend shapes
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
        return x / np.sqrt(K.int_shape(x)[-1])


# %% rank
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
        return x if float(len(x.shape)) > 2 else tf.expand_dims(x, 1)


# %% tf.py_function
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
        def slow(value):
            return np.sort(value.numpy())

        return tf.py_function(slow, [x], tf.float32)


# %% an eager branch
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
        if tf.executing_eagerly():
            print(x.numpy())
        return x


# %% a try
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
        try:
            x = x.numpy()
        except AttributeError:
            pass
        return tf.convert_to_tensor(x)


# %% an array or a tensor
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
        if isinstance(x, np.ndarray):
            return np.sqrt(x)
        return tf.sqrt(x)


# %% static facts about a tensor
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
        return x * np.ndim(x)


# %% an unknown argument
class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, x, steps):
        return x * np.sqrt(steps)


# %% an element of a list of layers
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
        for index, block in enumerate(self.blocks):
            x = block(x) * np.sqrt(index + 1)
        return x


# %% a number and operators
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
        return np.float32(2.0) * x + np.ones(4, "float32")
