import random

import numpy as np
import tensorflow as tf
from tensorflow import keras


# %% an order of the samples
class Mixed(keras.layers.Layer):
    def call(self, x, training=None):
        if training:
            order = np.random.permutation(8)  # LL301
            return 0.5 * x + 0.5 * tf.gather(x, order)
        return x


# %% rows of noise
def noise(rows):
    found = np.zeros((rows, 4))
    for i in range(rows):
        found[i] = np.random.normal(size=4)  # LL301
    return found


class Noisy(keras.layers.Layer):
    def call(self, x):
        return x + noise(8)


# %% a seed for another generator
class Other(keras.layers.Layer):
    def call(self, x):
        random.seed(1)
        return x + np.random.uniform()  # LL301
