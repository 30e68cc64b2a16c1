import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% another layer of that name
class Pool(layers.Layer):
    def call(self, x, mode="max", training=None):
        return tf.reduce_max(x, 1) if mode == "max" else tf.reduce_mean(x, 1)


def head(inputs, pool):
    Pool = make()
    return Pool()(inputs, "mean"), pool(inputs, "mean")


# %% by name
class Pool(layers.Layer):
    def call(self, x, mode="max", training=None):
        return tf.reduce_max(x, 1) if mode == "max" else tf.reduce_mean(x, 1)


class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.pool = Pool()

    def call(self, x):
        return self.pool(x, mode="mean")


# %% None
class Pool(layers.Layer):
    def call(self, x, mode="max", training=None):
        return tf.reduce_max(x, 1) if mode == "max" else tf.reduce_mean(x, 1)


class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.pool = Pool()

    def call(self, x):
        return self.pool(x, None)


# %% the flag
class Pool(layers.Layer):
    def call(self, x, mode="max", training=None):
        return tf.reduce_max(x, 1) if mode == "max" else tf.reduce_mean(x, 1)


class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.pool = Pool()

    def call(self, x):
        return self.pool(x, None, True)


# %% a method
class Pool(layers.Layer):
    def call(self, x, mode="max", training=None):
        return tf.reduce_max(x, 1) if mode == "max" else tf.reduce_mean(x, 1)


class Block(layers.Layer):
    def call(self, x):
        return self.pool(x, "mean")

    def pool(self, x, mode):
        return tf.reduce_max(x, 1) if mode == "max" else tf.reduce_mean(x, 1)
