# %% a rate that is written out
import keras


class FeedForward(keras.layers.Layer):
    def __init__(self, dim, rate=0.1, **kwargs):  # LL507
        super().__init__(**kwargs)
        self.dim = dim
        self.dense = keras.layers.Dense(dim, activation="gelu")
        self.drop = keras.layers.Dropout(0.1)

    def call(self, x):
        return self.drop(self.dense(x))


# %% a name that the base does not get
import tensorflow as tf


class MelBank(tf.keras.layers.Layer):
    def __init__(self, bands=64, name=None):  # LL507
        super().__init__()
        self.bands = bands

    def call(self, spectrum):
        return spectrum[..., : self.bands]


# %% always the same, whatever is passed
from tensorflow.keras import layers


class Sampler(layers.Layer):
    """Samples around the mean of a latent variable."""

    def __init__(self, latent=2, deviation=1.0, **kwargs):  # LL507
        super().__init__(**kwargs)
        self.latent = latent
        self.deviation = 1.0
        self.dense = layers.Dense(latent)

    def call(self, x):
        return self.dense(x) * self.deviation


# %% an option of a graph layer that nothing asks
from keras import layers, ops


class MeanAggregator(layers.Layer):
    def __init__(self, units, add_self_loops=True, **kwargs):  # LL507
        super().__init__(**kwargs)
        self.units = units
        self.project = layers.Dense(units)

    def call(self, nodes, adjacency):
        degree = ops.sum(adjacency, axis=-1, keepdims=True)
        return self.project(ops.matmul(adjacency, nodes) / ops.maximum(degree, 1.0))
