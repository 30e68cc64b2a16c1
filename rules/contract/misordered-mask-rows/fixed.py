import tensorflow as tf
from tensorflow.keras import layers


class Attention(layers.Layer):
    def __init__(self, heads, width, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.width = width
        self.project = layers.Dense(heads * width)

    def split(self, x):
        size = tf.shape(x)
        x = tf.reshape(x, [size[0], size[1], self.heads, self.width])
        x = tf.transpose(x, [2, 0, 1, 3])
        return tf.reshape(x, [-1, size[1], self.width])

    def call(self, x, padding):
        batch, length = tf.shape(x)[0], tf.shape(x)[1]
        x = self.split(self.project(x))
        hidden = tf.cast(padding[:, tf.newaxis, :], x.dtype)
        hidden = tf.tile(hidden, [self.heads, 1, 1])
        weights = tf.nn.softmax(tf.matmul(x, x, transpose_b=True) - 1e4 * hidden)
        x = tf.reshape(tf.matmul(weights, x), [self.heads, batch, length, self.width])
        x = tf.transpose(x, [1, 2, 0, 3])
        return tf.reshape(x, [batch, length, self.heads * self.width])

    def get_config(self):
        return {**super().get_config(), "heads": self.heads, "width": self.width}
