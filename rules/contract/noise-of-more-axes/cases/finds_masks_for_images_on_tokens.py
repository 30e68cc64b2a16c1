# %% in blocks, through several classes
import keras
from keras import layers, ops


class DropPath(layers.Layer):
    def __init__(self, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed_generator = keras.random.SeedGenerator()

    def call(self, x, training=False):
        if not training:
            return x
        keep = 1.0 - self.rate
        noise = keras.random.uniform((ops.shape(x)[0], 1, 1, 1), seed=self.seed_generator)
        mask = ops.floor(keep + noise)
        return x / keep * mask


class Block(layers.Layer):
    def __init__(self, dim, **kwargs):
        super().__init__(**kwargs)
        self.norm = layers.LayerNormalization()
        self.attention = layers.MultiHeadAttention(2, dim // 2)
        self.drop = DropPath(0.2)

    def call(self, tokens, training=False):
        y = self.norm(tokens)
        return tokens + self.drop(self.attention(y, y), training=training)  # LL439


class Classifier(keras.Model):
    def __init__(self, dim=16, **kwargs):
        super().__init__(**kwargs)
        self.patches = layers.Conv2D(dim, 4, strides=4)
        self.flatten = layers.Reshape((-1, dim))
        self.block = Block(dim)

    def call(self, images, training=False):
        tokens = self.flatten(self.patches(images))
        return self.block(tokens, training=training)


# %% a loop over blocks
import keras
import tensorflow as tf
from keras import layers


class StochasticDepth(layers.Layer):
    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x, training=None):
        if training:
            keep_prob = 1 - self.rate
            shape = (tf.shape(x)[0], 1, 1, 1)
            random_tensor = keep_prob + tf.random.uniform(shape, 0, 1)
            random_tensor = tf.floor(random_tensor)
            return (x / keep_prob) * random_tensor
        return x


def encode(images, rates):
    x = layers.Conv2D(32, 4, strides=4)(images)
    x = layers.Reshape((-1, 32))(x)
    for rate in rates:
        y = layers.LayerNormalization()(x)
        y = layers.Dense(32, activation="gelu")(y)
        y = StochasticDepth(rate)(y)  # LL439
        x = layers.Add()([x, y])
    return x


# %% a mask for sequences on what is flat
import tensorflow as tf
from tensorflow.keras import layers


class DropSample(layers.Layer):
    def call(self, x, training=None):
        if not training:
            return x
        kept = tf.cast(tf.random.uniform([tf.shape(x)[0], 1, 1]) < 0.9, x.dtype)
        return tf.multiply(x, kept)


class Mixer(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = DropSample()

    def call(self, x, training=None):
        x = tf.reshape(x, (-1, 64))
        return self.drop(x, training=training)  # LL439



# %% behind a recurrent layer
import keras
from keras import layers, ops, random


class DropPath(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed = random.SeedGenerator(1)

    def call(self, x, training=False):
        if training:
            draw = random.uniform((ops.shape(x)[0], 1, 1, 1), seed=self.seed)
            return x * ops.cast(draw < 0.9, x.dtype)
        return x


inputs = keras.Input((None, 8))
x = layers.LSTM(8, return_sequences=True)(inputs)
x = DropPath()(x)  # LL439
outputs = layers.Dense(1)(x)
