import numpy as np
import tensorflow as tf
from tensorflow import keras


# %% 1
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = tf.nn.softmax(x)
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)


# %% def get_config(self): return {'kept': self.kept}
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = tf.nn.softmax(x)
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def get_config(self):
        return {'kept': self.kept}


# %% def train_step(self, data): return {'loss': self.kept}
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = tf.nn.softmax(x)
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def train_step(self, data):
        return {'loss': self.kept}


# %% @property def show(self): return self.kept
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = tf.nn.softmax(x)
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    @property
    def show(self):
        return self.kept


# %% def reset(self): self.kept = None
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = tf.nn.softmax(x)
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def reset(self):
        self.kept = None


# %% def show(self): return self.kept is None
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = tf.nn.softmax(x)
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept is None


# %% def compute_mask(self, inputs, mask=None): return self.kept
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = tf.nn.softmax(x)
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def compute_mask(self, inputs, mask=None):
        return self.kept


# %% reader7
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = tf.nn.softmax(x)
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept


class Outer(keras.layers.Layer):
    def call(self, x):
        return self.inner.show()


# %% layer = Attention() layer(np.ones((2, 3))) print(layer.kept)
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = tf.nn.softmax(x)
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

layer = Attention()
layer(np.ones((2, 3)))
print(layer.kept)
