# %% spread over keys before
import tensorflow as tf
from tensorflow.keras import layers


class SelfAttention(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.query, self.key = layers.Dense(units), layers.Dense(units)

    def call(self, x, mask=None):
        scores = tf.matmul(self.query(x), self.key(x), transpose_b=True)
        if mask is not None:
            keep = tf.cast(mask, scores.dtype)[:, tf.newaxis, :]
            scores += (1.0 - keep) * -1e4
        return tf.matmul(tf.nn.softmax(scores, axis=-1), x)

# %% given either
import tensorflow as tf
from tensorflow.keras import layers


class Weighted(layers.Layer):
    def call(self, scores, mask, rows=False):
        keep = mask[:, tf.newaxis, :]
        if rows:
            keep = mask[:, :, tf.newaxis]
        scores += (1.0 - keep) * -1e4
        return tf.nn.softmax(scores, axis=-1)
