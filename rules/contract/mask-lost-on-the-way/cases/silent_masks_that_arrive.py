# %% the mask is given
import keras
from keras import layers


def make(words, dim):
    tokens = keras.Input((None,), dtype="int32")
    embedding = layers.Embedding(words, dim, mask_zero=True)
    mask = embedding.compute_mask(tokens)
    x = embedding(tokens) * 8.0
    y = layers.MultiHeadAttention(2, dim)(x, x, attention_mask=mask[:, None])
    return layers.LSTM(dim)(x, mask=mask), y

# %% a layer does it
import keras
from keras import layers


def make(words, dim):
    tokens = keras.Input((None,), dtype="int32")
    x = layers.Embedding(words, dim, mask_zero=True)(tokens)
    y = layers.Dense(dim)(x)
    x = layers.Add()([x, y])
    x = layers.LSTM(dim)(x)
    return keras.Model(tokens, x * 2.0)

# %% there is no mask
import keras
from keras import layers


def make(words, dim, masked):
    tokens = keras.Input((None,), dtype="int32")
    x = layers.Embedding(words, dim)(tokens)
    y = layers.Embedding(words, dim, mask_zero=masked)(tokens)
    z = layers.Embedding(words, dim, mask_zero=False)(tokens)
    return [layers.LSTM(dim)(each) for each in (x * 8.0, y * 8.0)], layers.LSTM(dim)(z * 8.0)

# %% nobody asks for it
import keras
from keras import layers


def make(words, dim):
    tokens = keras.Input((None,), dtype="int32")
    x = layers.Embedding(words, dim, mask_zero=True)(tokens)
    x = x * 8.0
    return layers.GlobalMaxPooling1D()(layers.Dense(dim)(x))

# %% made again
import keras
from keras import layers


def make(words, dim):
    tokens = keras.Input((None,), dtype="int32")
    x = layers.Embedding(words, dim, mask_zero=True)(tokens)
    x = layers.Masking()(x * 8.0)
    return layers.LSTM(dim)(x)

# %% the padding is dealt with by hand
import keras
from keras import layers


def make(words, dim):
    tokens = keras.Input((None,), dtype="int32")
    embedding = layers.Embedding(words, dim, mask_zero=True)
    x = embedding(tokens)
    mask = keras.ops.cast(embedding.compute_mask(tokens), "float32")[..., None]
    x = x * mask
    y = layers.LSTM(dim, return_sequences=True)(embedding(tokens))
    return layers.GlobalAveragePooling1D()(x), layers.GlobalAveragePooling1D()(y)

# %% behind what ends the steps, or a layer of the project
import keras
from keras import layers


class Own(layers.Layer):
    def call(self, x):
        return x


def make(words, dim):
    tokens = keras.Input((None,), dtype="int32")
    x = layers.Embedding(words, dim, mask_zero=True)(tokens)
    last = layers.LSTM(dim)(x)
    last = layers.RepeatVector(4)(last * 2.0)
    y = layers.Embedding(words, dim)(tokens)
    z = layers.LSTM(dim)(Own()(x) * 2.0)
    return layers.LSTM(dim)(last), layers.GlobalAveragePooling1D()(y * 2.0), z

# %% one of two ways
import keras
from keras import layers


def make(words, dim, scaled):
    tokens = keras.Input((None,), dtype="int32")
    x = layers.Embedding(words, dim, mask_zero=True)(tokens)
    if scaled:
        x = layers.Rescaling(dim**0.5)(x)
    return layers.LSTM(dim)(x)

# %% a cast to the dtype that is there
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

tokens = keras.Input((None,), dtype="int32")
x = tf.cast(layers.Embedding(100, 16, mask_zero=True)(tokens), tf.float32)
x = layers.LSTM(16)(x)
