import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K
from tensorflow.keras import layers

# %% functions of the backend, within a method, a number of heads as a local name


class MultiHead:
    def __init__(self, n_head, d):
        self.n_head = n_head
        self.qs = layers.Dense(n_head * d)

    def __call__(self, q, mask):
        n_head = self.n_head

        def reshape1(x):
            s = tf.shape(x)
            x = tf.reshape(x, [s[0], s[1], n_head, s[2] // n_head])
            x = tf.transpose(x, [2, 0, 1, 3])
            x = tf.reshape(x, [-1, s[1], s[2] // n_head])
            return x

        q = layers.Lambda(reshape1)(self.qs(q))
        mask = layers.Lambda(lambda x: K.repeat_elements(x, n_head, 0))(mask)  # LL442
        return K.batch_dot(q, q, axes=[2, 2]) + mask


# %% heads that are split and put together along the batch


class Split(layers.Layer):
    def __init__(self, heads, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads

    def call(self, x, mask):
        x = tf.concat(tf.split(x, self.heads, axis=-1), axis=0)
        scores = tf.matmul(x, x, transpose_b=True)
        return scores + tf.repeat(mask, self.heads, axis=0)  # LL442


# %% the other way round: the heads of a sample together, the samples in turn


class BySample(layers.Layer):
    def __init__(self, heads, width, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.width = width

    def merge(self, x):
        n, t = tf.shape(x)[0], tf.shape(x)[1]
        x = tf.transpose(tf.reshape(x, (n, t, self.heads, self.width)), (0, 2, 1, 3))
        return tf.reshape(x, (n * self.heads, t, self.width))

    def call(self, x, mask):
        x = self.merge(x)
        return tf.matmul(x, x, transpose_b=True) + tf.tile(mask, [self.heads, 1, 1])  # LL442


# %% Keras 3


class Ops(layers.Layer):
    def __init__(self, heads, width, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.width = width

    def call(self, x, mask):
        n, t = keras.ops.shape(x)[0], keras.ops.shape(x)[1]
        x = keras.ops.reshape(x, (n, t, self.heads, self.width))
        x = keras.ops.reshape(keras.ops.transpose(x, (2, 0, 1, 3)), (-1, t, self.width))
        keep = keras.ops.repeat(mask, self.heads, axis=0)  # LL442
        return keras.ops.matmul(x, keras.ops.swapaxes(x, 1, 2)) * keep
