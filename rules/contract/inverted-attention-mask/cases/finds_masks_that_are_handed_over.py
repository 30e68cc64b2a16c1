import keras
import tensorflow as tf
from keras import layers, ops


def padding_mask(token_ids):
    pad = ops.cast(ops.equal(token_ids, 0), "float32")
    return pad[:, None, :]


def later(size):
    mask = 1 - tf.linalg.band_part(tf.ones((size, size)), -1, 0)
    return mask


# %% to a layer where it is made
class Block(layers.Layer):
    def __init__(self, dim=32, **kwargs):
        super().__init__(**kwargs)
        self.attend = layers.MultiHeadAttention(2, dim)

    def call(self, x, pad_mask):
        return x + self.attend(query=x, value=x, key=x, attention_mask=pad_mask)  # LL428


def make(words, length, dim):
    tokens = keras.Input((length,), dtype="int32")
    x = layers.Embedding(words, dim)(tokens)
    x = Block(dim)(x, padding_mask(tokens))
    return keras.Model(tokens, x)


# %% to layers in a loop, by name
class Step(layers.Layer):
    def __init__(self, dim=32, **kwargs):
        super().__init__(**kwargs)
        self.attend = layers.MultiHeadAttention(2, dim)

    def call(self, x, mask=None, training=None):
        return x + self.attend(x, x, attention_mask=mask, training=training)  # LL428


class Encoder(keras.Model):
    def __init__(self, words, dim, depth, **kwargs):
        super().__init__(**kwargs)
        self.embed = layers.Embedding(words, dim)
        self.steps = [Step(dim) for _ in range(depth)]

    def call(self, tokens, training=None):
        pad = tf.cast(tf.math.equal(tokens, 0), tf.float32)[:, tf.newaxis, :]
        x = self.embed(tokens)
        for step in self.steps:
            x = step(x, mask=pad, training=training)
        return x


# %% to a sublayer, for the future and for padding
class Part(layers.Layer):
    def __init__(self, dim=32, **kwargs):
        super().__init__(**kwargs)
        self.attend = layers.MultiHeadAttention(2, dim)

    def call(self, x, seen):
        return self.attend(x, x, attention_mask=seen)  # LL428


class Decoder(keras.Model):
    def __init__(self, words, dim, **kwargs):
        super().__init__(**kwargs)
        self.embed = layers.Embedding(words, dim)
        self.part = Part(dim)

    def call(self, tokens):
        pad = tf.cast(tf.equal(tokens, 0), tf.float32)[:, tf.newaxis, :]
        both = tf.maximum(later(tf.shape(tokens)[1]), pad)
        return self.part(self.embed(tokens), both)


# %% to a function, turned round
def block(x, mask, dim):
    y = layers.MultiHeadAttention(2, dim)(x, x, attention_mask=mask)  # LL428
    return layers.Add()([x, y])


def make(words, length, dim):
    tokens = keras.Input((length,), dtype="int32")
    x = layers.Embedding(words, dim)(tokens)
    padding = 1.0 - ops.cast(ops.not_equal(tokens, 0), "float32")
    return keras.Model(tokens, block(x, padding[:, None, :], dim))


# %% through two layers, from a function that makes it of what it is given
def create_padding_mask(seq):
    seq = tf.cast(tf.math.equal(seq, 0), tf.float32)
    return seq[:, tf.newaxis, tf.newaxis, :]

class EncoderLayer(layers.Layer):
    def __init__(self, d, heads):
        super().__init__()
        self.mha = layers.MultiHeadAttention(heads, d)
    def call(self, x, training, mask):
        attn = self.mha(x, x, x, attention_mask=mask, training=training)  # LL428
        return x + attn

class Encoder(layers.Layer):
    def __init__(self, n, d, heads, vocab):
        super().__init__()
        self.embedding = layers.Embedding(vocab, d)
        self.n = n
        self.enc_layers = [EncoderLayer(d, heads) for _ in range(n)]
    def call(self, x, training, mask):
        x = self.embedding(x)
        for i in range(self.n):
            x = self.enc_layers[i](x, training, mask)
        return x

class Transformer(keras.Model):
    def __init__(self, n, d, heads, vocab):
        super().__init__()
        self.encoder = Encoder(n, d, heads, vocab)
    def call(self, inp, training=None):
        enc_padding_mask = create_padding_mask(inp)
        return self.encoder(inp, training, enc_padding_mask)
