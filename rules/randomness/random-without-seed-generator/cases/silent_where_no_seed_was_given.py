# %% the generator is made where there is a seed
import keras
from keras import random


class Cutout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.generator = random.SeedGenerator(seed) if seed is not None else None

    def call(self, x, training=False):
        if not training:
            return x
        if self.generator is not None:
            drawn = random.uniform(keras.ops.shape(x), seed=self.generator)
        else:
            drawn = random.uniform(keras.ops.shape(x))
        return keras.ops.where(drawn > self.rate, x, 0.0)


# %% the seed itself is asked
import keras


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed

    def call(self, x, training=False):
        if not training:
            return x
        if self.seed is None:
            return x + keras.random.normal(keras.ops.shape(x))
        return x + keras.random.normal(keras.ops.shape(x), seed=self.seed)
