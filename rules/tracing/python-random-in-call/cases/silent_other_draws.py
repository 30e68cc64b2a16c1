import random

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% by TensorFlow
class Noise(layers.Layer):
    def call(self, x):
        return x + tf.random.normal(tf.shape(x))


# %% in the constructor
class Projection(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.table = np.random.RandomState(0).normal(size=(4, 4))

    def call(self, x):
        return tf.matmul(x, tf.cast(self.table, x.dtype))


# %% in a py_function
class Noise(layers.Layer):
    def call(self, x):
        return tf.py_function(lambda v: v + np.random.normal(), [x], tf.float32)


# %% outside of call
class Noise(layers.Layer):
    def call(self, x):
        return x

    def sample(self, n):
        return np.random.normal(size=n)


# %% in a layer that runs eagerly
class Noise(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(dynamic=True, **kwargs)

    def call(self, x):
        return x + np.random.normal()


# %% on plain values
class Mask(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._convert_input_args = False

    def call(self, tokens):
        random.shuffle(tokens)
        return tokens
