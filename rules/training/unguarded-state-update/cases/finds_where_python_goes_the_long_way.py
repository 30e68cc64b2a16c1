import tensorflow as tf
from tensorflow import keras

class Target:
    def __init__(self, layer):
        self.layer = layer

    def __setitem__(self, key, x):
        self.layer.mean.assign(0.9 * self.layer.mean + 0.1 * tf.reduce_mean(x))  # LL102


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        target = Target(self)
        target[0] = x
        return x - self.mean


# %% a generator that is unpacked
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        (done,) = self._steps(x)
        return x - self.mean

    def _steps(self, x):
        self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL102
        yield x


# %% what is shorter is filled up
import itertools

import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if list(itertools.zip_longest([1], [2, 3]))[1][1]:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL102
        return x - self.mean


# %% the variable behind a weight
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        self.mean.value.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL102
        return x - self.mean


# %% what is called at the end of a stack
import contextlib

import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        with contextlib.ExitStack() as stack:
            stack.callback(self.mean.assign, 0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL102
        return x - self.mean


# %% a property that is added to
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        self.level += 0.1 * tf.reduce_mean(x)
        return x - self.mean

    @property
    def level(self):
        return self.mean

    @level.setter
    def level(self, value):
        self.mean.assign(value)  # LL102
