# %% each shape is named like an argument
import keras
from keras import ops


class GraphConvolution(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, nodes_shape, adjacency_shape):
        self.kernel = self.add_weight(shape=(nodes_shape[-1], self.units), name="kernel")

    def call(self, nodes, adjacency):
        return ops.matmul(adjacency, ops.matmul(nodes, self.kernel))


# %% any name for the one shape
import tensorflow as tf


class Affine(tf.keras.layers.Layer):
    def build(self, shapes):
        left, right = shapes
        self.kernel = self.add_weight(name="kernel", shape=(left[-1], right[-1]))

    def call(self, pair):
        return tf.matmul(pair[0], self.kernel) + pair[1]


# %% an object that is no layer
import keras


class Factory:
    def build(self, units, depth):
        return [keras.layers.Dense(units) for _ in range(depth)]


# %% a tuner's hypermodel
import keras


class Search:
    def build(self, hp, shape):
        model = keras.Sequential([keras.Input(shape), keras.layers.Dense(hp.Int("units", 1, 8))])
        model.compile("adam", "mse")
        return model
