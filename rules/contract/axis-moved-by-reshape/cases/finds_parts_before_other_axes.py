# %% the heads of an attention, in a helper
import tensorflow as tf
from tensorflow.keras import layers


class Attention(layers.Layer):
    def __init__(self, heads, width, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.depth = width // heads
        self.query = layers.Dense(width)
        self.key = layers.Dense(width)

    def split(self, x):
        size = tf.shape(x)[0]
        time = tf.shape(x)[1]
        return tf.reshape(x, (size, self.heads, time, self.depth))  # LL445

    def call(self, x):
        return tf.matmul(self.split(self.query(x)), self.split(self.key(x)), transpose_b=True)


# %% behind a layer that keeps the steps
import keras
from keras import layers, ops


class Heads(layers.Layer):
    def __init__(self, heads, width, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.width = width
        self.project = layers.Dense(width)

    def call(self, x):
        b, n, _ = ops.shape(x)
        x = self.project(x)
        x = ops.reshape(x, (b, self.heads, n, self.width // self.heads))  # LL445
        return ops.softmax(x)


# %% groups of channels, with unstack and a rest that is left open
import tensorflow as tf


def shuffle(x, groups):
    size, rows, columns, channels = tf.unstack(tf.shape(x))
    x = tf.reshape(x, [size, groups, rows, columns, -1])  # LL445
    return tf.reduce_max(x, axis=1)


# %% static sizes, behind the rows
from tensorflow.keras import backend as K


def split_columns(x, parts):
    shape = K.int_shape(x)
    return K.reshape(x, (K.shape(x)[0], shape[1], parts, shape[2], shape[3] // parts))  # LL445


# %% get_shape
import tensorflow as tf


def split(x, heads, depth):
    sizes = x.get_shape().as_list()
    return tf.reshape(x, [tf.shape(x)[0], heads, sizes[1], depth])  # LL445
