# %% the user is applied on the spot
import tensorflow as tf
from tensorflow.keras import layers


class Scale(layers.Layer):
    def build(self, input_shape):
        self.gain = self.add_weight(name="gain", shape=(input_shape[-1],))

    def call(self, x):  # LL409
        return x * self.gain


def tagger(words, width):
    inputs = tf.keras.Input((None,), dtype="int32")
    x = layers.Embedding(words, width, mask_zero=True)(inputs)
    x = Scale()(x)
    return tf.keras.Model(inputs, layers.LSTM(width)(x))

# %% one within the other
import keras
from keras import layers


class Soften(layers.Layer):
    def call(self, x):  # LL409
        return keras.ops.tanh(x)


def tagger(inputs):
    return layers.GRU(4)(Soften()(layers.Masking()(inputs)))

# %% layers with names
import keras
from keras import layers


class Soften(layers.Layer):
    def call(self, x):  # LL409
        return keras.ops.tanh(x)


def tagger(words, inputs):
    embed = layers.Embedding(words, 4, mask_zero=True)
    soften = Soften()
    x = embed(inputs)
    x = soften(x)
    return layers.GRU(4)(x)
