import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% a string
class Pool(layers.Layer):
    def call(self, x, mode="max", training=None):
        return tf.reduce_max(x, 1) if mode == "max" else tf.reduce_mean(x, 1)


class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.pool = Pool()

    def call(self, x):
        return self.pool(x, "mean")  # here  # LL411


# %% a list
class Pool(layers.Layer):
    def call(self, x, mode="max", training=None):
        return tf.reduce_max(x, 1) if mode == "max" else tf.reduce_mean(x, 1)


class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.pool = Pool()

    def call(self, x):
        return self.pool(x, [1, 2])  # here  # LL411


# %% made and called
class Pool(layers.Layer):
    def call(self, x, mode="max", training=None):
        return tf.reduce_max(x, 1) if mode == "max" else tf.reduce_mean(x, 1)


def head(inputs):
    return Pool()(inputs, "mean")  # here  # LL411


# %% made before
class Pool(layers.Layer):
    def call(self, x, mode="max", training=None):
        return tf.reduce_max(x, 1) if mode == "max" else tf.reduce_mean(x, 1)


pool = Pool()
outputs = pool(keras.Input((4, 3)), "mean")  # here  # LL411
