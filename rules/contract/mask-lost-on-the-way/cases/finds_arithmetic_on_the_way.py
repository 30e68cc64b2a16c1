# %% positions are added, with layers on both sides
import keras
from keras import layers


def make(words, length, dim):
    tokens = keras.Input((length,), dtype="int32")
    places = keras.ops.arange(length)
    x = layers.Embedding(words, dim, mask_zero=True)(tokens)
    x = layers.Dropout(0.1)(x)
    x = x + layers.Embedding(length, dim)(places)  # LL437
    x = layers.LayerNormalization()(x)
    x = layers.Bidirectional(layers.GRU(8, return_sequences=True))(x)
    x = layers.GlobalAveragePooling1D()(x)
    return keras.Model(tokens, x)

# %% an operator that assigns, and a function
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

inputs = keras.Input((None, 4))
x = layers.Masking()(inputs)
x *= 0.5  # LL437
last = layers.LSTM(8)(x)
y = layers.Masking(mask_value=-1.0)(inputs)
y = tf.nn.relu(y)  # LL437
mean = layers.GlobalAveragePooling1D()(y)

# %% in `call`
import math

import keras
from keras import layers


class Encoder(keras.Model):
    def __init__(self, words, dim, **kwargs):
        super().__init__(**kwargs)
        self.dim = dim
        self.embedding = layers.Embedding(words, dim, mask_zero=True)
        self.dropout = layers.Dropout(0.1)
        self.rnn = layers.LSTM(dim)

    def call(self, tokens, training=None):
        x = self.embedding(tokens)
        x = self.dropout(x * math.sqrt(self.dim), training=training)  # LL437
        return self.rnn(x, training=training)

# %% what a layer gives is added to what it was given
import keras
from keras import layers


def make(words, dim):
    tokens = keras.Input((None,), dtype="int32")
    x = layers.Embedding(words, dim, mask_zero=True)(tokens)
    attention = layers.MultiHeadAttention(2, dim)
    x = x + attention(x, x)  # LL437
    pooled = layers.GlobalAveragePooling1D()(x)
    rows = keras.Input((None, dim))
    y = layers.LSTM(dim)(keras.ops.multiply(2.0, layers.Masking()(rows)))  # LL437
    return keras.Model([tokens, rows], [pooled, y])

# %% an attention over itself
import keras
from keras import layers

tokens = keras.Input((None,), dtype="int32")
embed = layers.Embedding(100, 16, mask_zero=True)
x = -embed(tokens) / 4.0  # LL437
x = layers.Attention()([x, x])
