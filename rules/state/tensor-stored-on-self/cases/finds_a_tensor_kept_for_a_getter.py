import numpy as np
import tensorflow as tf
from tensorflow import keras


# %% self.kept = tf.nn.softmax(x)-None
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = tf.nn.softmax(x)  # LL206
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept


# %% self.kept = x-None
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = x  # LL206
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept


# %% self.kept = self.dense(x)-None
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = self.dense(x)  # LL206
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept


# %% x, self.kept = self.heads(x, x, return_attention_scores=True)-None
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        x, self.kept = self.heads(x, x, return_attention_scores=True)  # LL206
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept


# %% x, scores = self.heads(x, x, return_attention_scores=True); self.ke...
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        x, scores = self.heads(x, x, return_attention_scores=True); self.kept = scores  # LL206
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept


# %% self.kept.append(tf.shape(x))-[]
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = []

    def call(self, x, training=None):
        self.kept.append(tf.shape(x))  # LL206
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept


# %% self.kept['weights'] = tf.nn.softmax(x)-{}
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = {}

    def call(self, x, training=None):
        self.kept['weights'] = tf.nn.softmax(x)  # LL206
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept


# %% setattr(self, 'kept', tf.nn.softmax(x))-None
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        setattr(self, 'kept', tf.nn.softmax(x))  # LL206
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept


# %% self.kept = [x, tf.nn.softmax(x)]-None
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        self.kept = [x, tf.nn.softmax(x)]  # LL206
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept


# %% y = keras.activations.relu(x) + tf.nn.relu(x); self.kept = y-None
class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = None

    def call(self, x, training=None):
        y = keras.activations.relu(x) + tf.nn.relu(x); self.kept = y  # LL206
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

    def show(self):
        return self.kept
