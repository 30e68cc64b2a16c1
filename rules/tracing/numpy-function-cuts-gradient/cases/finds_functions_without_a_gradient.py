import numpy as np
import tensorflow as tf
from tensorflow import keras


# %% behind a sublayer
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        h = self.dense(x)
        return tf.numpy_function(np.sort, [h], tf.float32)  # here  # LL306


# %% in front of a weight
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        y = tf.numpy_function(np.sort, [x], tf.float32)  # here  # LL306
        return tf.matmul(y, self.kernel)


# %% NumPy in a py_function
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        h = self.dense(x)
        return tf.py_function(lambda v: np.sort(v.numpy()), [h], tf.float32)  # here  # LL306
