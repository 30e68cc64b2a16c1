import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% behind the flag
class Noise(layers.Layer):
    def call(self, x, training=None):  # here  # LL408
        if training:
            return x + 1.0


# %% a forgotten return
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4)

    def call(self, x):  # here  # LL408
        x = self.dense(x)


# %% a bare return
class Block(layers.Layer):
    def call(self, x, mask=None):
        if mask is None:
            return  # here  # LL408
        return x * tf.cast(mask, x.dtype)


# %% elif
class Block(layers.Layer):
    def call(self, x, mask=None, training=None):  # here  # LL408
        if mask is not None:
            return x
        elif training:
            return 2.0 * x


# %% a branch that ends with a value
class Normalise(layers.Layer):
    def __init__(self, kind="l2", **kwargs):
        super().__init__(**kwargs)
        self.kind = kind

    def call(self, x):  # here  # LL408
        if self.kind == "l2":
            return x / tf.norm(x, axis=-1, keepdims=True)
        elif self.kind == "max":
            x = x / tf.reduce_max(tf.abs(x), axis=-1, keepdims=True)


# %% behind else
class Pool(layers.Layer):
    def __init__(self, mean, **kwargs):
        super().__init__(**kwargs)
        self.mean = mean

    def call(self, x):  # here  # LL408
        if self.mean:
            return tf.reduce_mean(x, axis=1)
        else:
            pooled = tf.reduce_max(x, axis=1)
