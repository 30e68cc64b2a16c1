import tensorflow as tf
from tensorflow.keras import layers


class Stacked(layers.Layer):
    def __init__(self, dim, heads=4, **kwargs):
        super().__init__(**kwargs)
        self.dim, self.heads = dim, heads
        self.qkv = layers.Dense(3 * dim)

    def call(self, x):
        b, n = tf.shape(x)[0], tf.shape(x)[1]
        qkv = tf.reshape(self.qkv(x), (b, n, 3, self.heads, self.dim // self.heads))
        q, k, v = tf.unstack(tf.transpose(qkv, (2, 0, 3, 1, 4)))
        out = tf.matmul(tf.nn.softmax(tf.matmul(q, k, transpose_b=True)), v)
        out = tf.reshape(out, (b, n, self.dim))  # LL436
        return out


class ByPlace(layers.Layer):
    def __init__(self, dim, heads=4, **kwargs):
        super().__init__(**kwargs)
        self.dim, self.heads = dim, heads
        self.qkv = layers.Dense(3 * dim)

    def call(self, x):
        b, n = tf.shape(x)[0], tf.shape(x)[1]
        qkv = tf.reshape(self.qkv(x), (b, n, 3, self.heads, self.dim // self.heads))
        qkv = tf.transpose(qkv, perm=[2, 0, 3, 1, 4])
        q, k, v = qkv[0], qkv[1], qkv[2]
        out = tf.nn.softmax(tf.matmul(q, k, transpose_b=True)) @ v
        return tf.reshape(out, (b, n, self.dim))  # LL436


class TransposedBack(layers.Layer):
    def __init__(self, dim, heads=4, **kwargs):
        super().__init__(**kwargs)
        self.dim, self.heads = dim, heads
        self.qkv = layers.Dense(3 * dim)

    def call(self, x):
        b, n = tf.shape(x)[0], tf.shape(x)[1]
        qkv = tf.reshape(self.qkv(x), (b, n, 3, self.heads, self.dim // self.heads))
        q, k, v = tf.unstack(tf.transpose(qkv, (2, 0, 3, 1, 4)))
        out = tf.matmul(tf.nn.softmax(tf.matmul(q, k, transpose_b=True)), v)
        out = tf.transpose(out, (0, 2, 1, 3))
        return tf.reshape(out, (b, n, self.dim))
