import keras
import tensorflow as tf
from keras import ops


# %% keras.random.normal(shape, seed=42)
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return inputs + keras.random.normal(shape, seed=42)  # LL601


# %% keras.random.normal(shape, 0.0, 1.0, None, 42)
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return inputs + keras.random.normal(shape, 0.0, 1.0, None, 42)  # LL601


# %% keras.random.normal(shape, seed=SEED)
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return inputs + keras.random.normal(shape, seed=SEED)  # LL601


# %% keras.random.normal(shape, seed=self.seed)
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        return inputs + keras.random.normal(shape, seed=self.seed)  # LL601
