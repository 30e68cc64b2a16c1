import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% else
class Noise(layers.Layer):
    def call(self, x, training=None):
        if training:
            return x + 1.0
        else:
            return x


# %% abstract
class Block(layers.Layer):
    def call(self, x):
        """Compute something."""


# %% raise
class Block(layers.Layer):
    def call(self, x):
        raise NotImplementedError


# %% a choice of strings
class Pool(layers.Layer):
    def call(self, x):
        if self.mode == "max":
            return tf.reduce_max(x, 1)
        elif self.mode == "mean":
            return tf.reduce_mean(x, 1)


# %% a loss layer
class Penalty(layers.Layer):
    def call(self, x):
        loss = tf.reduce_sum(x)
        self.add_loss(loss)


# %% with
class Block(layers.Layer):
    def call(self, x):
        with tf.name_scope("block"):
            return 2.0 * x


# %% None on purpose
class Block(layers.Layer):
    def call(self, x, mask=None):
        if mask is None:
            return None
        return x
