import numpy as np
import random
import keras
import tensorflow as tf
from tensorflow.keras import backend as K


# %% self.w = tf.random.normal(shape, seed=1)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = tf.random.normal(shape, seed=1)

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = tf.random.normal(shape, seed=self.seed)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = tf.random.normal(shape, seed=self.seed)

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = tf.random.stateless_normal(shape, seed=(1, 2))
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = tf.random.stateless_normal(shape, seed=(1, 2))

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = keras.random.normal(shape, seed=1337)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = keras.random.normal(shape, seed=1337)

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = np.random.RandomState(0).randn(3, 4)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = np.random.RandomState(0).randn(3, 4)

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% rng = np.random.default_rng(self.seed); self.w = rng.normal(size=sh...
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        rng = np.random.default_rng(self.seed); self.w = rng.normal(size=shape)

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% np.random.seed(0); self.w = np.random.randn(3, 4)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        np.random.seed(0); self.w = np.random.randn(3, 4)

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = keras.initializers.RandomNormal(seed=1)(shape)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = keras.initializers.RandomNormal(seed=1)(shape)

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = self.add_weight(shape=shape, initializer='random_normal')
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = self.add_weight(shape=shape, initializer='random_normal')

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = self.add_weight(shape=shape, initializer=lambda s, **k: tf...
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = self.add_weight(shape=shape, initializer=lambda s, **k: tf.random.normal(s))

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = lambda: tf.random.normal(shape)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = lambda: tf.random.normal(shape)

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = tf.zeros_like(tf.random.normal(shape))
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = tf.zeros_like(tf.random.normal(shape))

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = np.random.rand()
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = np.random.rand()

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = np.random.uniform(0, 1)
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = np.random.uniform(0, 1)

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = tf.random.uniform(())
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = tf.random.uniform(())

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = random.random()
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = random.random()

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w


# %% self.w = keras.layers.Dense(3, bias_initializer=keras.initializers....
class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.w = keras.layers.Dense(3, bias_initializer=keras.initializers.RandomNormal())

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return x @ self.w
