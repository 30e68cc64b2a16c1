import tensorflow as tf
from tensorflow.keras import layers


class PreNorm(layers.Layer):
    def __init__(self, fn, **kwargs):
        super().__init__(**kwargs)
        self.norm = layers.LayerNormalization()
        self.fn = fn

    def call(self, x):
        return self.fn(self.norm(x))


class Stack(layers.Layer):
    def __init__(self, depth, width, **kwargs):
        super().__init__(**kwargs)
        self.blocks = [PreNorm(layers.Dense(width, "gelu")) for _ in range(depth)]

    def call(self, x):  # LL408
        for block in self.blocks:
            x = x + block(x)


def encoder(width=4):
    i = tf.keras.Input((width,))
    return tf.keras.Model(i, layers.Dense(1)(Stack(2, width)(i)))
