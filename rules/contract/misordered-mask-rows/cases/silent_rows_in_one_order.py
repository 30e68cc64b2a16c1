import tensorflow as tf
from tensorflow.keras import layers

# %% one order for both


class ByHead(layers.Layer):
    def __init__(self, heads, width, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.width = width

    def call(self, x, mask):
        n, t = tf.shape(x)[0], tf.shape(x)[1]
        x = tf.reshape(x, [n, t, self.heads, self.width])
        x = tf.reshape(tf.transpose(x, [2, 0, 1, 3]), [-1, t, self.width])
        return tf.matmul(x, x, transpose_b=True) + tf.tile(mask, [self.heads, 1, 1])


class BySample(layers.Layer):
    def __init__(self, heads, width, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.width = width

    def call(self, x, mask):
        n, t = tf.shape(x)[0], tf.shape(x)[1]
        x = tf.reshape(x, [n, t, self.heads, self.width])
        x = tf.reshape(tf.transpose(x, [0, 2, 1, 3]), [-1, t, self.width])
        return tf.matmul(x, x, transpose_b=True) + tf.repeat(mask, self.heads, axis=0)


# %% heads that stay an axis of their own, and are joined in the end


class Plain(layers.Layer):
    def __init__(self, heads, width, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.width = width

    def call(self, x, mask):
        n, t = tf.shape(x)[0], tf.shape(x)[1]
        x = tf.transpose(tf.reshape(x, [n, t, self.heads, self.width]), [0, 2, 1, 3])
        scores = tf.matmul(x, x, transpose_b=True) + tf.tile(mask, [self.heads, 1, 1])
        x = tf.transpose(tf.matmul(scores, x), [0, 2, 1, 3])
        return tf.reshape(x, [-1, t, self.heads * self.width])


# %% both orders in one class


class Both(layers.Layer):
    def __init__(self, heads, width, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.width = width

    def by_head(self, x):
        n, t = tf.shape(x)[0], tf.shape(x)[1]
        x = tf.reshape(x, [n, t, self.heads, self.width])
        return tf.reshape(tf.transpose(x, [2, 0, 1, 3]), [-1, t, self.width])

    def by_sample(self, x):
        n, t = tf.shape(x)[0], tf.shape(x)[1]
        x = tf.reshape(x, [n, t, self.heads, self.width])
        return tf.reshape(tf.transpose(x, [0, 2, 1, 3]), [-1, t, self.width])

    def call(self, x, mask):
        return self.by_sample(x), tf.repeat(mask, self.heads, axis=0), self.by_head(x)


# %% the same for all samples, or repeated by something else


class Causal(layers.Layer):
    def __init__(self, heads, width, times, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.width = width
        self.times = times

    def call(self, x, mask, causal_mask):
        n, t = tf.shape(x)[0], tf.shape(x)[1]
        x = tf.reshape(x, [n, t, self.heads, self.width])
        x = tf.reshape(tf.transpose(x, [2, 0, 1, 3]), [-1, t, self.width])
        causal = tf.repeat(causal_mask, self.heads, axis=0)
        return x, causal, tf.repeat(mask, self.times, axis=0), tf.repeat(mask, self.heads, axis=1)
