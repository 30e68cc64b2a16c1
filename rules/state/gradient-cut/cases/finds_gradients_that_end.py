import keras
import tensorflow as tf
from keras import layers, ops


# %% argmax, and a table behind it
class Router(layers.Layer):
    def __init__(self, routes, **kwargs):
        super().__init__(**kwargs)
        self.score = layers.Dense(routes)
        self.table = layers.Embedding(routes, 8)

    def call(self, x):
        best = ops.argmax(self.score(x), axis=-1)  # LL223
        return self.table(best)


# %% a threshold, in several statements
class Switch(layers.Layer):
    def build(self, input_shape):
        self.level = self.add_weight(shape=(input_shape[-1],), name="level")

    def call(self, x):
        on = x > self.level  # LL223
        return ops.cast(on, x.dtype) * x


# %% in a helper, with the base's sign
class Binary(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(4)
        self.out = layers.Dense(1)

    def squash(self, h):
        return tf.sign(h)  # LL223

    def call(self, x):
        return self.out(self.squash(self.hidden(x)))


# %% a quantised kernel
class Rounded(layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], 2), name="kernel")
        self.bias = self.add_weight(shape=(2,), name="bias")

    def call(self, x):
        kernel = tf.round(self.kernel * 8.0) / 8.0  # LL223
        return tf.matmul(x, kernel) + self.bias


# %% one hot of the best
class Hard(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.logits = layers.Dense(5)
        self.values = layers.Dense(5)

    def call(self, x):
        logits = self.logits(x)
        chosen = tf.one_hot(tf.argmax(logits, axis=-1), 5)  # LL223
        return tf.reduce_sum(chosen * self.values(x), axis=-1)


# %% stopped
class Held(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.project = layers.Dense(5)
        self.out = layers.Dense(2)

    def call(self, x):
        h = ops.stop_gradient(self.project(x))  # LL223
        return self.out(h)
