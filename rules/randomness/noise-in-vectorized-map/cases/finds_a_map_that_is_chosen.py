import tensorflow as tf
from tensorflow import keras


# %% by a condition
class Jitter(keras.layers.Layer):
    def __init__(self, fast=True, **kwargs):
        super().__init__(**kwargs)
        self.fast = fast
        self.drop = keras.layers.Dropout(0.5)

    def one(self, row):
        return self.drop(row, training=True)  # LL604

    def call(self, x, training=None):
        if training:
            mapper = tf.vectorized_map if self.fast else tf.map_fn
            x = mapper(self.one, x)
        return x


# %% by another name
class Noise(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.noise = keras.layers.GaussianNoise(0.5)

    def one(self, row):
        return self.noise(row, training=True)  # LL604

    def call(self, x, training=None):
        each = tf.vectorized_map
        return each(self.one, x) if training else x
