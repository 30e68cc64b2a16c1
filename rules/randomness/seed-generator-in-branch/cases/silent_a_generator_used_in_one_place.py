import keras
import tensorflow as tf
from keras import ops


# %% body0
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return ops.cond(ops.any(inputs), lambda: inputs + keras.random.normal(shape, seed=self.generator), lambda: inputs)


# %% body1
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        x = inputs + keras.random.normal(shape, seed=self.generator)
        return ops.cond(ops.any(inputs), lambda: x + keras.random.normal(shape, seed=self.generator), lambda: x)


# %% body2
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return inputs + keras.random.normal(shape, seed=self.generator) + keras.random.normal(shape, seed=self.generator)


# %% return ops.cond(ops.any(inputs), lambda: tf.random.normal(shape), l...
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return ops.cond(ops.any(inputs), lambda: tf.random.normal(shape), lambda: tf.random.uniform(shape))


# %% body4
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return ops.cond(ops.any(inputs), lambda: keras.random.normal(shape), lambda: keras.random.normal(shape, seed=self.generator))
