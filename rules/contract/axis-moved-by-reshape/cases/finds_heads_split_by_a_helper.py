# %% that is handed the sizes
import tensorflow as tf
from tensorflow.keras import layers


class MultiHead(layers.Layer):
    def __init__(self, width, heads, **kwargs):
        super().__init__(**kwargs)
        self.heads, self.depth = heads, width // heads
        self.query, self.key = layers.Dense(width), layers.Dense(width)

    def split(self, x, batch, steps):
        return tf.reshape(x, (batch, self.heads, steps, self.depth))  # LL445

    def call(self, x):
        batch, steps = tf.shape(x)[0], tf.shape(x)[1]
        q = self.split(self.query(x), batch, steps)
        k = self.split(self.key(x), batch, steps)
        return tf.matmul(q, k, transpose_b=True)
