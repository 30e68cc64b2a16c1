# %% says that it passes masks
import tensorflow as tf
from tensorflow.keras import layers


class Scale(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, x):
        return x * 2.0


def tagger(words, width):
    inputs = tf.keras.Input((None,), dtype="int32")
    x = layers.Embedding(words, width, mask_zero=True)(inputs)
    x = Scale()(x)
    return tf.keras.Model(inputs, layers.LSTM(width)(x))

# %% there is no mask
import tensorflow as tf
from tensorflow.keras import layers


class Scale(layers.Layer):
    def call(self, x):
        return x * 2.0


def tagger(words, width):
    inputs = tf.keras.Input((None,), dtype="int32")
    x = layers.Embedding(words, width)(inputs)
    x = Scale()(x)
    return tf.keras.Model(inputs, layers.LSTM(width)(x))

# %% nobody behind it uses one
import tensorflow as tf
from tensorflow.keras import layers


class Scale(layers.Layer):
    def call(self, x):
        return x * 2.0


def tagger(words, width):
    inputs = tf.keras.Input((None,), dtype="int32")
    x = layers.Embedding(words, width, mask_zero=True)(inputs)
    x = Scale()(x)
    return tf.keras.Model(inputs, layers.Dense(width)(x))

# %% the steps are gone
import keras
from keras import layers


class Fold(layers.Layer):
    def call(self, x):
        return keras.ops.reshape(x, (-1, 2, 8))


def tagger(words):
    inputs = keras.Input((4,), dtype="int32")
    x = layers.Embedding(words, 4, mask_zero=True)(inputs)
    x = Fold()(x)
    return keras.Model(inputs, layers.LSTM(4)(x))
