import numpy as np
import random
import keras
import tensorflow as tf
from tensorflow.keras import backend as K


# %% def get_config(self): return {'w': self.w.tolist()}
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = tf.random.normal((3, 4))

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w

    def get_config(self):
        return {'w': self.w.tolist()}


# %% def save_own_variables(self, store): store['w'] = self.w
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = tf.random.normal((3, 4))

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w

    def save_own_variables(self, store):
        store['w'] = self.w


# %% def resample(self): self.w = tf.random.normal((3, 4))
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = tf.random.normal((3, 4))

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w

    def resample(self):
        self.w = tf.random.normal((3, 4))
