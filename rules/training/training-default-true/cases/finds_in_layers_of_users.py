# %% stochastic depth in a vision transformer
import keras
from keras import ops


class StochasticDepth(keras.layers.Layer):
    def __init__(self, survival=0.9, **kwargs):
        super().__init__(**kwargs)
        self.survival = survival
        self.seed_generator = keras.random.SeedGenerator(17)

    def call(self, shortcut, residual, training=True):  # LL106
        if not training:
            return shortcut + residual * self.survival
        shape = (ops.shape(residual)[0], 1, 1)
        gate = keras.random.uniform(shape, seed=self.seed_generator) < self.survival
        return shortcut + residual * ops.cast(gate, residual.dtype)


# %% a block that hands the flag to what it is made of
from tensorflow.keras import layers


class ConvBlock(layers.Layer):
    def __init__(self, filters, **kwargs):
        super().__init__(**kwargs)
        self.conv = layers.Conv2D(filters, 3, padding="same", use_bias=False)
        self.norm = layers.BatchNormalization()
        self.drop = layers.SpatialDropout2D(0.1)

    def call(self, inputs, mask=None, training=True):  # LL106
        x = self.conv(inputs)
        x = self.norm(x, training=training)
        return self.drop(x, training=training)


# %% a variational encoder that samples in training alone
import tensorflow as tf
from typing import Optional


class Sampling(tf.keras.layers.Layer):
    def call(self, inputs, training: Optional[bool] = True):  # LL106
        mean, log_variance = inputs
        noise = tf.random.normal(tf.shape(mean))
        return mean + tf.exp(0.5 * log_variance) * noise if training else mean


# %% a model of a recommender
import tensorflow as tf


class TwoTower(tf.keras.Model):
    """Scores users against items, with dropout on the side of the user."""

    def __init__(self, users, items):
        super().__init__()
        self.users = tf.keras.layers.Embedding(users, 32)
        self.items = tf.keras.layers.Embedding(items, 32)
        self.dropout = tf.keras.layers.Dropout(0.3)

    def call(self, inputs, training=True):  # LL106
        user = self.dropout(self.users(inputs["user"]), training=training)
        return tf.reduce_sum(user * self.items(inputs["item"]), axis=-1)
