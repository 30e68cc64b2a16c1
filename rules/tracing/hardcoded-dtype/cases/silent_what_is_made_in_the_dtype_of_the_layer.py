# %% by the dtype of what it meets
import tensorflow as tf
from tensorflow import keras


class Causal(keras.layers.Layer):
    def call(self, scores):
        size = tf.shape(scores)[-1]
        mask = tf.linalg.band_part(tf.ones((size, size), scores.dtype), -1, 0)
        return scores + (1.0 - mask) * -10000.0


# %% by a cast of what has become of it
import tensorflow as tf


class Token(tf.keras.layers.Layer):
    def call(self, x):
        token = tf.zeros((tf.shape(x)[0], 1, x.shape[-1]))
        return tf.concat([tf.cast(token, x.dtype), x], axis=1)


# %% like what it meets
import tensorflow as tf


class Padded(tf.keras.layers.Layer):
    def call(self, x):
        return tf.concat([x, tf.zeros_like(x)], axis=1)


# %% what is compared
import tensorflow as tf


class DropPath(tf.keras.layers.Layer):
    def __init__(self, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x, training=None):
        if not training:
            return x
        kept = tf.random.uniform((tf.shape(x)[0], 1, 1)) >= self.rate
        return tf.where(kept, x, 0.0)


# %% a layer of its own dtype
import tensorflow as tf


class Loops(tf.keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(dtype="float32", **kwargs)

    def call(self, adjacency):
        return adjacency + tf.eye(5)


# %% noise is mostly of models that nobody runs in half precision
import tensorflow as tf
from tensorflow import keras


class DropPath(keras.layers.Layer):
    def __init__(self, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x, training=None):
        if not training:
            return x
        kept = 1.0 - self.rate
        draws = tf.random.uniform((tf.shape(x)[0], 1, 1))
        return x / kept * tf.floor(kept + draws)
