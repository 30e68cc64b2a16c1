import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% a function of the module, for the future
def later(steps):
    return 1 - tf.linalg.band_part(tf.ones((steps, steps)), -1, 0)


class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.attend = layers.MultiHeadAttention(2, 8)

    def call(self, x):
        mask = later(tf.shape(x)[1])
        return self.attend(x, x, attention_mask=mask[tf.newaxis])  # LL428


# %% padding
class Encoder(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embed = layers.Embedding(100, 8)
        self.attend = layers.MultiHeadAttention(2, 8)

    def call(self, tokens):
        padding = tf.cast(tf.math.equal(tokens, 0), tf.float32)[:, tf.newaxis, :]
        x = self.embed(tokens)
        return self.attend(x, x, attention_mask=padding)  # LL428


# %% a method, and a comparison
class Encoder(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embed = layers.Embedding(100, 8)
        self.attend = layers.MultiHeadAttention(2, 8)

    def mask_of(self, tokens):
        return (tokens == 0)[:, None, :]

    def call(self, tokens):
        x = self.embed(tokens)
        return self.attend(x, x, attention_mask=self.mask_of(tokens))  # LL428


# %% above the diagonal, in functional code
def decoder(steps):
    x = keras.Input((steps, 8))
    mask = tf.experimental.numpy.triu(tf.ones((1, steps, steps)), k=1)
    y = layers.MultiHeadAttention(2, 8)(x, x, attention_mask=mask)  # LL428
    return keras.Model(x, y)
