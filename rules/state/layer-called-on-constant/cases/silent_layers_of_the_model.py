import keras
import tensorflow as tf
from keras import layers, ops

# %% within a layer
class Positions(layers.Layer):
    def __init__(self, length, dim):
        super().__init__()
        self.length = length
        self.table = layers.Embedding(length, dim)

    def call(self, x):
        return x + self.table(tf.range(self.length))


def build(length, dim):
    inputs = keras.Input((length, dim))
    return keras.Model(inputs, Positions(length, dim)(inputs))


# %% positions of the input
def build(dim):
    tokens = keras.Input((None,), dtype="int32")
    x = layers.Embedding(100, dim)(tokens)
    positions = tf.range(tf.shape(tokens)[1])
    return keras.Model(tokens, x + layers.Embedding(512, dim)(positions))


# %% counted from what is symbolic
def build(dim):
    tokens = keras.Input((None,), dtype="int32")
    length = ops.shape(tokens)[1]
    x = layers.Embedding(100, dim)(tokens)
    return keras.Model(tokens, x + layers.Embedding(512, dim)(ops.arange(length)))


# %% a look at what a layer does
table = layers.Embedding(10, 2)
print(table(tf.constant([1, 2, 3])))
inputs = keras.Input((3,))


# %% built by a first call, and used
def build(length, dim):
    inputs = keras.Input((length,))
    table = layers.Embedding(length, dim)
    weights = table(tf.range(length))
    return keras.Model(inputs, table(inputs) + tf.reduce_mean(weights))


# %% a layer without weights
def build(length):
    inputs = keras.Input((length,))
    scale = layers.Rescaling(0.1)(tf.range(length))
    return keras.Model(inputs, inputs * scale)


# %% no functional model
def table_of(length, dim):
    return layers.Embedding(length, dim)(tf.range(length)) + 1.0


# %% a constant as an input of its own
def build(length, dim):
    tokens = keras.Input((length,))
    positions = keras.Input((length,))
    x = layers.Embedding(50, dim)(tokens) + layers.Embedding(length, dim)(positions)
    return keras.Model([tokens, positions], x)
