# %% the steps of all
import tensorflow as tf
from tensorflow import keras


class Pooled(keras.layers.Layer):
    def call(self, x, mask=None):
        keep = tf.ones_like(x[..., 0]) if mask is None else tf.cast(mask, x.dtype)
        total = tf.reduce_sum(x * keep[..., tf.newaxis], axis=1)
        return total / tf.reduce_sum(keep)  # LL434

# %% with a small number
from keras import backend as K
from keras.layers import Layer


class Pooled(Layer):
    def call(self, x, mask=None):
        mask = K.cast(mask, K.floatx())
        summed = K.sum(x * K.expand_dims(mask), axis=1)
        return summed / (K.sum(mask) + K.epsilon())  # LL434

# %% from the least to the largest
import tensorflow as tf
from tensorflow import keras


class MinMax(keras.layers.Layer):
    def call(self, x):
        return (x - tf.reduce_min(x)) / (tf.reduce_max(x) - tf.reduce_min(x))  # LL434

# %% by names
import tensorflow as tf
from tensorflow import keras


class MinMax(keras.layers.Layer):
    def call(self, x):
        low, high = tf.reduce_min(x), tf.reduce_max(x)
        return (x - low) / (high - low + 1e-6)  # LL434
