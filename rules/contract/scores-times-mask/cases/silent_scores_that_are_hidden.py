# %% a large negative number
import tensorflow as tf


class Attention(tf.keras.layers.Layer):
    def call(self, q, k, v, mask=None):
        scores = tf.matmul(q, k, transpose_b=True)
        if mask is not None:
            mask = tf.cast(mask, scores.dtype)
            scores = scores * mask
            scores += (1.0 - mask) * -1e4
        return tf.matmul(tf.nn.softmax(scores), v)


# %% weights that are masked again, and put right
import tensorflow as tf


class Pool(tf.keras.layers.Layer):
    def call(self, scores, mask=None):
        mask = tf.cast(mask, scores.dtype)
        weights = tf.nn.softmax(scores * mask) * mask
        return weights / (tf.reduce_sum(weights, axis=-1, keepdims=True) + 1e-9)


# %% multiplied behind the softmax
import keras
from keras import ops


class Pool(keras.layers.Layer):
    def call(self, scores, mask=None):
        weights = ops.softmax(scores)
        weights *= ops.cast(mask, weights.dtype)
        return weights / ops.sum(weights, axis=-1, keepdims=True)


# %% a factor that is no mask
import keras
from keras import ops


class Scores(keras.layers.Layer):
    def build(self, shape):
        self.heat = self.add_weight(shape=(1,), initializer="ones", name="heat")

    def call(self, scores, mask=None):
        return ops.softmax(scores * self.heat)


# %% the sign of the scores
import tensorflow as tf


class Positive(tf.keras.layers.Layer):
    def call(self, scores, mask=None):
        return tf.nn.softmax(scores * tf.cast(scores > 0, scores.dtype))
