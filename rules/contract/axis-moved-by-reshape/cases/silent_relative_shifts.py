# %% by a slice
import tensorflow as tf
from tensorflow import keras


class Relative(keras.layers.Layer):
    def call(self, x):
        return rel_shift(x)


def rel_shift(x, length=-1):
    size = tf.shape(x)
    x = tf.reshape(x, [size[1], size[0], size[2], size[3]])
    x = tf.slice(x, [1, 0, 0, 0], [-1, -1, -1, -1])
    x = tf.reshape(x, [size[0], size[1] - 1, size[2], size[3]])
    return tf.slice(x, [0, 0, 0, 0], [-1, length, -1, -1])


# %% by a subscript
import keras
from keras import ops


class Shifted(keras.layers.Layer):
    def call(self, scores):
        q, k, b = ops.shape(scores)
        turned = ops.reshape(scores, (k, q, b))
        turned = turned[1:]
        return ops.reshape(turned, (q, k - 1, b))
