import keras
import tensorflow as tf
from keras import layers, ops


def padding_mask(token_ids):
    pad = ops.cast(ops.equal(token_ids, 0), "float32")
    return pad[:, None, :]


# %% true for words
class Block(layers.Layer):
    def __init__(self, dim=32, **kwargs):
        super().__init__(**kwargs)
        self.attend = layers.MultiHeadAttention(2, dim)

    def call(self, x, keep_mask):
        return x + self.attend(query=x, value=x, key=x, attention_mask=keep_mask)


def make(words, length, dim):
    tokens = keras.Input((length,), dtype="int32")
    x = layers.Embedding(words, dim)(tokens)
    x = Block(dim)(x, ops.cast(ops.not_equal(tokens, 0), "float32")[:, None, :])
    return keras.Model(tokens, x)


# %% turned round by the layer
class Turning(layers.Layer):
    def __init__(self, dim=32, **kwargs):
        super().__init__(**kwargs)
        self.attend = layers.MultiHeadAttention(2, dim)

    def call(self, x, pad_mask):
        y = self.attend(x, x, attention_mask=1.0 - pad_mask)
        pad_mask = ops.logical_not(ops.cast(pad_mask, "bool"))
        return y + self.attend(x, x, attention_mask=pad_mask)


class Zeros(layers.Layer):
    def __init__(self, dim=32, **kwargs):
        super().__init__(**kwargs)
        self.attend = layers.MultiHeadAttention(2, dim)

    def call(self, x, padding):
        return self.attend(x, x, attention_mask=ops.equal(padding, 0))


def make(words, length, dim):
    tokens = keras.Input((length,), dtype="int32")
    x = layers.Embedding(words, dim)(tokens)
    x = Turning(dim)(x, padding_mask(tokens))
    x = Zeros(dim)(x, padding_mask(tokens))
    return keras.Model(tokens, x)


# %% another parameter, and nobody who gives it
class Other(layers.Layer):
    def __init__(self, dim=32, **kwargs):
        super().__init__(**kwargs)
        self.attend = layers.MultiHeadAttention(2, dim)

    def call(self, x, padding, mask=None):
        x = tf.where(padding[..., None] > 0, 0.0, x)
        return self.attend(x, x, attention_mask=mask)


def make(words, length, dim):
    tokens = keras.Input((length,), dtype="int32")
    x = layers.Embedding(words, dim)(tokens)
    return keras.Model(tokens, Other(dim)(x, tf.cast(tf.equal(tokens, 0), "float32")))


# %% a layer with an attention of its own
class Added(layers.Layer):
    def call(self, x, mask):
        scores = tf.matmul(x, x, transpose_b=True) + mask * -1e9
        return tf.matmul(tf.nn.softmax(scores), x)


class Caller(keras.Model):
    def __init__(self, words, dim, **kwargs):
        super().__init__(**kwargs)
        self.embed = layers.Embedding(words, dim)
        self.attend = Added()

    def call(self, tokens):
        return self.attend(self.embed(tokens), padding_mask(tokens))


# %% a method of that name in another class
class Kept(layers.Layer):
    def __init__(self, dim=32, **kwargs):
        super().__init__(**kwargs)
        self.attend = layers.MultiHeadAttention(2, dim)

    def mix(self, x, mask):
        return self.attend(x, x, attention_mask=mask)

    def call(self, x, mask=None):
        return self.mix(x, mask)


class Turned(layers.Layer):
    def mix(self, x, mask):
        scores = tf.matmul(x, x, transpose_b=True) + mask * -1e9
        return tf.matmul(tf.nn.softmax(scores), x)

    def call(self, x, tokens):
        return self.mix(x, padding_mask(tokens))
