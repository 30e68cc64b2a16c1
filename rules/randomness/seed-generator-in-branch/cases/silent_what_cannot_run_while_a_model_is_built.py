import keras
import tensorflow as tf
from keras import ops

SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
        if not training:
            return inputs
        return ops.cond(ops.any(inputs), lambda: inputs + keras.random.normal(shape, seed=self.generator), lambda: inputs * keras.random.normal(shape, seed=self.generator))
