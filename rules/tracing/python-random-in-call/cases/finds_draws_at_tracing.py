import random

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% an array
class Noise(layers.Layer):
    def call(self, x, training=None):
        if training:
            x = x + np.random.normal(size=4)  # here  # LL301
        return x


# %% a coin
class Skip(layers.Layer):
    def call(self, x, training=None):
        if training and random.random() < 0.5:  # here  # LL301
            return x
        return 2.0 * x


# %% in a helper
class Shift(layers.Layer):
    def call(self, x):
        return x + self.amount()

    def amount(self):
        return np.random.uniform(-1.0, 1.0)  # here  # LL301


# %% a generator of the layer
class Shift(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.rng = np.random.default_rng()

    def call(self, x):
        return x + self.rng.normal(size=4)  # here  # LL301
