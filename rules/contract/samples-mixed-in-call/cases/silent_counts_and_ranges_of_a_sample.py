# %% the steps of each
import tensorflow as tf
from tensorflow import keras


class Pooled(keras.layers.Layer):
    def call(self, x, mask=None):
        keep = tf.cast(mask, x.dtype)
        total = tf.reduce_sum(x * keep[..., tf.newaxis], axis=1)
        return total / tf.reduce_sum(keep, axis=1, keepdims=True)

# %% one number of the batch
import tensorflow as tf
from tensorflow import keras


class Penalty(keras.layers.Layer):
    def call(self, x, mask=None):
        keep = tf.cast(mask, x.dtype)
        self.add_loss(tf.reduce_sum(x[..., 0] * keep) / tf.reduce_sum(keep))
        return x

# %% along an axis
import tensorflow as tf
from tensorflow import keras


class MinMax(keras.layers.Layer):
    def call(self, x):
        low = tf.reduce_min(x, axis=-1, keepdims=True)
        high = tf.reduce_max(x, axis=-1, keepdims=True)
        return (x - low) / (high - low)

# %% of a weight
import tensorflow as tf
from tensorflow import keras


class Scaled(keras.layers.Layer):
    def build(self, shape):
        self.w = self.add_weight(name="w", shape=(shape[-1],))

    def call(self, x):
        w = self.w
        return x * (w - tf.reduce_min(w)) / (tf.reduce_max(w) - tf.reduce_min(w))
