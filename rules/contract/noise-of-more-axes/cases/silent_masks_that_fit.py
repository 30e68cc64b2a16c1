# %% as many axes as are given
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
        shape = (ops.shape(x)[0],) + (1,) * (len(x.shape) - 1)
        noise = keras.random.uniform(shape, seed=self.seed_generator)
        return x / keep * ops.floor(keep + noise)


inputs = keras.Input((None, 8))
x = layers.LSTM(8, return_sequences=True)(inputs)
outputs = DropPath()(x)


# %% on images
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
        return x / keep * ops.floor(keep + noise)


def block(x):
    y = layers.Conv2D(8, 3, padding="same")(x)
    y = DropPath()(y)
    return layers.Add()([x, y])


def mixed(x, deep):
    y = layers.Dense(8)(x)
    return DropPath()(y)


# %% the result is given the axes of the input
import keras
import tensorflow as tf
from keras import layers


class DropPath(layers.Layer):
    def call(self, x, training=False):
        if not training:
            return x
        noise = tf.random.uniform((tf.shape(x)[0], 1, 1, 1))
        mask = tf.reshape(tf.floor(0.9 + noise), (-1, 1, 1))
        return x / 0.9 * mask


class Grid(layers.Layer):
    def call(self, x, training=False):
        if not training:
            return x
        noise = tf.random.uniform((tf.shape(x)[0], 1, 1, 1))
        grid = tf.reshape(x, (-1, 4, 4, 8))
        return tf.reshape(grid * tf.floor(0.9 + noise), tf.shape(x))


tokens = layers.Conv1D(8, 3)(keras.Input((18, 8)))
outputs = Grid()(DropPath()(tokens))

# %% a noise of its own form
import keras
import tensorflow as tf
from keras import layers


class Samples(layers.Layer):
    """Gives several draws for each, stochastic_depth has nothing to do with it."""

    def call(self, x, training=False):
        noise = tf.random.normal((8, tf.shape(x)[0], 1, 1))
        return x * noise


tokens = layers.Conv1D(8, 3)(keras.Input((18, 8)))
outputs = Samples()(tokens)

# %% a block that is given images and makes tokens for another
import keras
import tensorflow as tf
from keras import layers


class DropPath(layers.Layer):
    def call(self, x, training=False):
        if not training:
            return x
        noise = tf.random.uniform((tf.shape(x)[0], 1, 1, 1))
        return x / 0.9 * tf.floor(0.9 + noise)


class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.conv = layers.Conv2D(8, 3, padding="same")
        self.flat = layers.Reshape((-1, 8))
        self.drop = DropPath()

    def call(self, x, training=False):
        x = x + self.drop(self.conv(x), training=training)
        return self.flat(x)
