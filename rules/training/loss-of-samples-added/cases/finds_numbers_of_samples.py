# %% a divergence of each sample
import keras
from keras import layers, ops


class Latent(layers.Layer):
    def __init__(self, width, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.mean = layers.Dense(width)
        self.log_var = layers.Dense(width)

    def call(self, x):
        mean, log_var = self.mean(x), self.log_var(x)
        kl = -0.5 * ops.sum(1 + log_var - ops.square(mean) - ops.exp(log_var), axis=1)
        self.add_loss(kl)  # LL143
        return mean

# %% with a weight
import tensorflow as tf


class Sparse(tf.keras.layers.Layer):
    def call(self, x):
        self.add_loss(0.01 * tf.reduce_mean(tf.abs(x), axis=-1))  # LL143
        return x

# %% nothing is reduced
import tensorflow as tf


class Sparse(tf.keras.layers.Layer):
    def call(self, x):
        self.add_loss(tf.square(x))  # LL143
        return x

# %% in a model
import tensorflow as tf


class Coder(tf.keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = tf.keras.layers.Dense(4)

    def call(self, x):
        h = self.dense(x)
        penalty = tf.norm(h, axis=1)
        self.add_loss(penalty)  # LL143
        return h
