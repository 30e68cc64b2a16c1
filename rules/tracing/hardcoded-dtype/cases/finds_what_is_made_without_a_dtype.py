# %% a causal mask
import tensorflow as tf
from tensorflow import keras


class CausalAttention(keras.layers.Layer):
    def __init__(self, width=64, **kwargs):
        super().__init__(**kwargs)
        self.query = keras.layers.Dense(width)
        self.key = keras.layers.Dense(width)

    def call(self, x):
        size = tf.shape(x)[1]
        scores = tf.matmul(self.query(x), self.key(x), transpose_b=True)
        mask = tf.linalg.band_part(tf.ones((size, size)), -1, 0)  # LL308
        return scores + (1.0 - mask) * -10000.0


# %% what is put in front
import tensorflow as tf


class ClassToken(tf.keras.layers.Layer):
    def call(self, x):
        token = tf.zeros((tf.shape(x)[0], 1, x.shape[-1]))  # LL308
        return tf.concat([token, x], axis=1)


# %% an identity
import tensorflow as tf


class SelfLoops(tf.keras.layers.Layer):
    def call(self, adjacency):
        return adjacency + tf.eye(5)  # LL308
