import keras
import tensorflow as tf
from keras import ops


# %% return ops.map(lambda row: row + keras.random.normal(shape, seed=se...
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return ops.map(lambda row: row + keras.random.normal(shape, seed=self.generator), inputs)


# %% return tf.vectorized_map(lambda row: row + tf.random.normal(shape),...
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return tf.vectorized_map(lambda row: row + tf.random.normal(shape), inputs)


# %% body2
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        noise = keras.random.normal(shape, seed=self.generator)
        return ops.vectorized_map(lambda row: row[0] + row[1], (inputs, noise))


# %% return ops.vectorized_map(lambda seed: keras.random.normal(shape, s...
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return ops.vectorized_map(lambda seed: keras.random.normal(shape, seed=seed), inputs)
