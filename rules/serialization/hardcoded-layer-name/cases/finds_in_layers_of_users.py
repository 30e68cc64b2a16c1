# %% the old super
import tensorflow as tf


class AttentionPool(tf.keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super(AttentionPool, self).__init__(name="attention_pool", **kwargs)  # LL509
        self.score = tf.keras.layers.Dense(units)

    def call(self, x):
        return tf.reduce_sum(tf.nn.softmax(self.score(x), axis=1) * x, axis=1)


# %% blocks of a network, in a loop
import keras
from keras import layers


def make_encoder(depth=4):
    inputs = x = keras.Input((128, 1))
    for _ in range(depth):
        x = layers.Conv1D(16, 3, padding="same", name="conv")(x)  # LL509
        x = layers.MaxPooling1D()(x)
    return keras.Model(inputs, x)


# %% twice in one model
from tensorflow import keras


def two_tower(users, items):
    user = keras.Input((1,))
    item = keras.Input((1,))
    left = keras.layers.Embedding(users, 8, name="embedding")(user)
    right = keras.layers.Embedding(items, 8, name="embedding")(item)  # LL509
    score = keras.layers.Dot(axes=-1)([left, right])
    return keras.Model([user, item], score)


# %% without kwargs, by position of nothing else
from keras.layers import Layer


class Residual(Layer):
    def __init__(self, inner):
        super().__init__(name="residual")  # LL509
        self.inner = inner

    def call(self, x):
        return x + self.inner(x)
