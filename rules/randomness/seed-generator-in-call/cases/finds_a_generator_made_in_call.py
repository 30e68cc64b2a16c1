import keras
import tensorflow as tf
from keras import ops


# %% return keras.random.normal(shape, seed=keras.random.SeedGenerator(s...
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return keras.random.normal(shape, seed=keras.random.SeedGenerator(self.seed))  # LL605


# %% made = keras.random.SeedGenerator(1) return keras.random.normal(sha...
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        made = keras.random.SeedGenerator(1)  # LL605
        return keras.random.normal(shape, seed=made)
