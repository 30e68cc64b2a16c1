import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% what came before
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.attend = layers.MultiHeadAttention(2, 8)

    def call(self, x):
        steps = tf.shape(x)[1]
        seen = tf.linalg.band_part(tf.ones((steps, steps)), -1, 0)
        return self.attend(x, x, attention_mask=seen[tf.newaxis])


# %% what is no padding
class Encoder(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embed = layers.Embedding(100, 8)
        self.attend = layers.MultiHeadAttention(2, 8)

    def call(self, tokens):
        x = self.embed(tokens)
        return self.attend(x, x, attention_mask=tf.not_equal(tokens, 0)[:, tf.newaxis, :])


# %% turned round where it is passed
def later(steps):
    return 1 - tf.linalg.band_part(tf.ones((steps, steps)), -1, 0)


class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.attend = layers.MultiHeadAttention(2, 8)

    def call(self, x):
        return self.attend(x, x, attention_mask=1 - later(tf.shape(x)[1]))


# %% attention of one's own, whose mask is added to the scores
class Own(layers.Layer):
    def call(self, query, value, attention_mask=None):
        scores = tf.matmul(query, value, transpose_b=True) + attention_mask * -1e9
        return tf.matmul(tf.nn.softmax(scores), value)


class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.attend = Own()

    def call(self, x):
        return self.attend(x, x, attention_mask=later(tf.shape(x)[1]))


# %% nobody knows
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.attend = layers.MultiHeadAttention(2, 8)

    def call(self, x, mask_of_the_caller=None):
        return self.attend(x, x, attention_mask=mask_of_the_caller)
