# %% made in build
import keras
from keras import ops


class Jitter(keras.layers.Layer):
    def build(self, input_shape):
        self.generator = keras.random.SeedGenerator(1)

    def call(self, wave, training=None):
        if training:
            wave = wave + keras.random.normal(ops.shape(wave), seed=self.generator)
        return wave


# %% a method that call does not run
from keras import layers, ops, random


class Prior(layers.Layer):
    def __init__(self, dim, **kwargs):
        super().__init__(**kwargs)
        self.dim = dim
        self.out = layers.Dense(dim)

    def call(self, z):
        return self.out(z)

    def sample(self, count, seed=None):
        return self(random.normal((count, self.dim), seed=random.SeedGenerator(seed)))
