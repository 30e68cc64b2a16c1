# %% tf.print runs in the graph
import tensorflow as tf


class Watch(tf.keras.layers.Layer):
    def call(self, x):
        tf.print("largest:", tf.reduce_max(x))
        return x


# %% the constructor may print
import logging
from keras import layers


class Described(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        print(f"a layer of {units} units")
        self.dense = layers.Dense(units)

    def build(self, input_shape):
        logging.getLogger(__name__).debug("built for %s", input_shape)
        self.dense.build(input_shape)

    def call(self, x):
        return self.dense(x)


# %% a message on the way to an error
import logging
import keras

log = logging.getLogger("graph")


class Edges(keras.layers.Layer):
    def call(self, nodes, edges):
        if len(edges.shape) != 3:
            log.error("edges of rank %d", len(edges.shape))
            raise ValueError("edges have to be a batch of matrices")
        return keras.ops.matmul(edges, nodes)


# %% a method that call does not run
import time
from tensorflow import keras


class Benchmarked(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(1)

    def call(self, x):
        return self.out(x)

    def time_of(self, x):
        started = time.time()
        self(x)
        print(time.time() - started)
        return time.time() - started


# %% a print function of its own
from keras import layers, ops


class Reporter(layers.Layer):
    def print(self, text):
        return text

    def call(self, x):
        self.print("no output at all")
        return ops.relu(x)
