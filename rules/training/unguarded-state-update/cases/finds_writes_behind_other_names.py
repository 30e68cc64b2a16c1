import tensorflow as tf
from tensorflow import keras


def cast(x, counter):
    counter.assign_add(1.0)  # LL102
    return x


class Count(keras.layers.Layer):
    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, x, training=None):
        return cast(x, self.seen) - self.seen


# %% a table of methods
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.table = {True: self.update, False: self.update}

    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def update(self, x):
        self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL102

    def call(self, x, training=None):
        self.table[bool(training)](x)
        return x - self.mean


# %% a bound method
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        set_mean = self.mean.assign
        set_mean(0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL102
        return x - self.mean


# %% a generator of weights
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def states(self):
        yield self.mean

    def call(self, x, training=None):
        for state in self.states():
            state.assign(0.9 * state + 0.1 * tf.reduce_mean(x))  # LL102
        return x - self.mean


# %% one of two constants, as the input says
import tensorflow as tf
from tensorflow import keras


class Kind(keras.layers.Layer):
    def build(self, shape):
        self.kind = self.add_weight(name="kind", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        kind = tf.cond(tf.reduce_mean(x) > 0.0, lambda: 1.0, lambda: 2.0)
        self.kind.assign(kind)  # LL102
        return x * self.kind


# %% put back on one of two ways
class Restored(keras.layers.Layer):
    def __init__(self, keep=False, **kwargs):
        super().__init__(**kwargs)
        self.keep = keep

    def build(self, input_shape):
        self.count = self.add_weight(shape=(), initializer="zeros", trainable=False)

    def call(self, inputs):
        before = self.count.value
        self.count.assign_add(1.0)  # LL102
        outputs = inputs * self.count
        if self.keep:
            self.count.assign(before)
        return outputs
