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
        return ops.cond(ops.any(inputs), lambda: inputs + keras.random.normal(shape, seed=self.generator), lambda: inputs * keras.random.normal(shape, seed=self.generator))  # LL603


# %% body1
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        x = ops.cond(ops.any(inputs), lambda: keras.random.normal(shape, seed=self.generator), lambda: inputs)  # LL603
        return x + keras.random.normal(shape, seed=self.generator)


# %% body2
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return ops.map(lambda row: row + keras.random.normal(shape, seed=self.generator), inputs) + keras.random.normal(shape, seed=self.generator)  # LL603


# %% body3
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return tf.cond(tf.reduce_any(inputs), lambda: keras.random.normal(shape), lambda: keras.random.uniform(shape))  # LL603
