import numpy as np
import tensorflow as tf
from tensorflow import keras


# %% def reset_mask(self): self.kept = None
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        if self.kept is None:
            self.kept = tf.nn.dropout(x, 0.5)
        x = x * self.kept
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def reset_mask(self):
        self.kept = None


# %% reader1
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        if self.kept is None:
            self.kept = tf.nn.dropout(x, 0.5)
        x = x * self.kept
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

class Runner(keras.layers.Layer):
    def call(self, x):
        self.cell.kept = None
        return self.cell(x)


# %% it is kept by the first of two calls in one pass, and taken by the second
class Skip(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.kept = None

    def call(self, x):
        if self.kept is None:
            self.kept = x
            return x
        try:
            out = tf.concat((x, self.kept), axis=-1)
        except Exception as error:
            raise RuntimeError(f"no {self.kept.shape} beside {x.shape}") from error
        else:
            self.kept = None
            return out


# %% only asked for
class Shaped(keras.Model):
    def call(self, x):
        if not hasattr(self, "images_shape"):
            self.images_shape = tf.shape(x)
        return x * 2.0


# %% in a build that Keras has run before
class Converted(keras.layers.Layer):
    def __init__(self, factors=1.0):
        super().__init__()
        self.factors = factors
        self.rank = None

    def build(self, shape):
        self.rank = len(shape)
        if isinstance(self.factors, float):
            self.factors = np.ones(shape[-1]) * self.factors
            self.factors = tf.convert_to_tensor(self.factors, dtype=tf.float32)

    def call(self, x):
        if self.rank is None:
            self.build(x.shape)
        return x * self.factors
