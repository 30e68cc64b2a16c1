# %% and then transposed
import tensorflow as tf
from tensorflow.keras import layers


class MultiHead(layers.Layer):
    def __init__(self, width, heads, **kwargs):
        super().__init__(**kwargs)
        self.heads, self.depth = heads, width // heads
        self.query = layers.Dense(width)

    def split(self, x, batch, steps):
        x = tf.reshape(x, (batch, steps, self.heads, self.depth))
        return tf.transpose(x, (0, 2, 1, 3))

    def call(self, x):
        return self.split(self.query(x), tf.shape(x)[0], tf.shape(x)[1])

# %% of sizes that are not seen
import tensorflow as tf
from tensorflow.keras import layers


class MultiHead(layers.Layer):
    def __init__(self, width, heads, **kwargs):
        super().__init__(**kwargs)
        self.heads, self.depth = heads, width // heads
        self.query = layers.Dense(width)

    def split(self, x, batch, rows):
        return tf.reshape(x, (batch, self.heads, rows, self.depth))

    def call(self, x, rows):
        return self.split(self.query(x), tf.shape(x)[0], rows)
