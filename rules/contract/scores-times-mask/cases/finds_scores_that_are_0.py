# %% a mask that is made here
import tensorflow as tf


class CausalAttention(tf.keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.q = tf.keras.layers.Dense(units)
        self.k = tf.keras.layers.Dense(units)

    def call(self, x):
        scores = tf.matmul(self.q(x), self.k(x), transpose_b=True)
        causal = tf.linalg.band_part(tf.ones_like(scores), -1, 0)  # the mask
        return tf.matmul(tf.nn.softmax(scores * causal), x)  # LL449


# %% the mask of Keras, in place
import keras
from keras import ops


class Pool(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.score = keras.layers.Dense(1)

    def call(self, x, mask=None):
        scores = self.score(x)[..., 0]
        if mask is not None:
            scores *= ops.cast(mask, scores.dtype)
        weights = ops.softmax(scores)  # LL449
        return ops.sum(weights[..., None] * x, axis=1)


# %% a layer of softmax, and a helper
import tensorflow as tf


class Attention(tf.keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.softmax = tf.keras.layers.Softmax(axis=-1)

    def attend(self, q, k, v, mask):
        scores = tf.matmul(q, k, transpose_b=True)
        if mask is not None:
            mask = tf.repeat(mask, repeats=4, axis=0)
            scores = scores * tf.cast(mask, scores.dtype)
        scores = tf.nn.softmax(scores, axis=-1)  # LL449
        return tf.matmul(scores, v)

    def call(self, q, k, v, mask=None):
        tokens = tf.multiply(q, tf.cast(mask[:, :, None], q.dtype))
        return self.attend(q, k, v, mask) + self.softmax(tokens)  # LL449


# %% a comparison
from keras import layers, ops


class Pool(layers.Layer):
    def call(self, inputs):
        scores, tokens = inputs
        seen = ops.cast(ops.not_equal(tokens, 0), "float32")  # the mask
        return ops.softmax(ops.multiply(scores, seen), axis=1)  # LL449
