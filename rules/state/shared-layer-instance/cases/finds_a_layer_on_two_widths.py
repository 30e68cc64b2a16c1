# Run on both generations: the second call raises that the last axis has another size.
# %% a normalization of both convolutions
from tensorflow.keras import layers


class Bottleneck(layers.Layer):
    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.wide = layers.Conv2D(4 * rate, kernel_size=1, padding="same")
        self.narrow = layers.Conv2D(rate, kernel_size=3, padding="same")
        self.norm = layers.BatchNormalization()
        self.relu = layers.Activation("relu")

    def call(self, x):
        y = self.norm(self.relu(self.wide(x)))
        y = self.norm(self.relu(self.narrow(y)))  # LL217
        return layers.concatenate([x, y])


# %% numbers, and functions between
import keras
from keras import layers, ops


class Head(keras.Model):
    def __init__(self):
        super().__init__()
        self.first = layers.Dense(64)
        self.second = layers.Dense(32)
        self.norm = layers.LayerNormalization()
        self.drop = layers.Dropout(0.1)

    def call(self, x, training=None):
        x = ops.relu(self.norm(self.first(x)))
        x = self.drop(x, training=training)
        x = self.second(x)
        return self.norm(x)  # LL217


# %% a dense layer behind both
import tensorflow as tf
from tensorflow.keras import layers


class Gate(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.up = layers.Dense(self.units * 2)
        self.down = layers.Dense(units)
        self.mix = layers.Dense(8)

    def call(self, x):
        high = tf.nn.gelu(self.up(x))
        low = tf.nn.gelu(self.down(x))
        return self.mix(high) + self.mix(low)  # LL217
