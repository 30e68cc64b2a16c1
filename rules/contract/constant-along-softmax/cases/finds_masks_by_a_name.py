# %% spread over queries before
import tensorflow as tf
from tensorflow.keras import layers


class SelfAttention(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.query, self.key = layers.Dense(units), layers.Dense(units)

    def call(self, x, mask=None):
        scores = tf.matmul(self.query(x), self.key(x), transpose_b=True)
        if mask is not None:
            keep = tf.cast(mask, scores.dtype)[:, :, tf.newaxis]  # LL433
            scores += (1.0 - keep) * -1e4
        return tf.matmul(tf.nn.softmax(scores, axis=-1), x)
