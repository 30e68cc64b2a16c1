# %% usage counts of a codebook, by scatter
import tensorflow as tf


class Codebook(tf.keras.layers.Layer):
    def __init__(self, size, dim, **kwargs):
        super().__init__(**kwargs)
        self.size, self.dim = size, dim

    def build(self, input_shape):
        self.book = self.add_weight(name="book", shape=(self.size, self.dim))
        self.usage = self.add_weight(
            name="usage", shape=(self.size,), initializer="zeros", trainable=False
        )

    def call(self, z, training=None):
        codes = tf.argmin(tf.reduce_sum((z[:, None] - self.book) ** 2, -1), -1)
        hot = tf.one_hot(codes, self.size)
        self.usage.assign(0.99 * self.usage + 0.01 * tf.reduce_sum(hot, axis=0))  # LL102
        return tf.gather(self.book, codes) * tf.gather(self.usage, codes)[:, None]

    def get_config(self):
        return {**super().get_config(), "size": self.size, "dim": self.dim}
