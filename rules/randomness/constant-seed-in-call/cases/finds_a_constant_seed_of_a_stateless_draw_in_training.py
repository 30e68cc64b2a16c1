import keras
import tensorflow as tf
from keras import ops


# %% (1, 2)
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        if training:
            inputs += tf.random.stateless_normal(shape, seed=(1, 2))  # LL601
        return inputs


# %% [1, 2]
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        if training:
            inputs += tf.random.stateless_normal(shape, seed=[1, 2])  # LL601
        return inputs


# %% tf.constant([1, 2])
SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        if training:
            inputs += tf.random.stateless_normal(shape, seed=tf.constant([1, 2]))  # LL601
        return inputs
