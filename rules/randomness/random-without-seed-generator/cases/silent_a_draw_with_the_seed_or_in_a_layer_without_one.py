import keras
import tensorflow as tf
from keras import ops


# %% return inputs + keras.random.normal(shape, seed=self.generator)-see...
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return inputs + keras.random.normal(shape, seed=self.generator)


# %% return inputs + keras.random.normal(shape)-seeds=None
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seeds=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return inputs + keras.random.normal(shape)
