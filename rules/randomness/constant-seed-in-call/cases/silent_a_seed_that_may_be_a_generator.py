import keras
import tensorflow as tf
from keras import ops


# %% seed: keras.random.SeedGenerator
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed: keras.random.SeedGenerator, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return inputs + keras.random.normal(shape, seed=self.seed)


# %% seed: int | keras.random.SeedGenerator = 1
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed: int | keras.random.SeedGenerator = 1, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return inputs + keras.random.normal(shape, seed=self.seed)
