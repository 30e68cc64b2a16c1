

# %% what is false, and what comes behind
import itertools

import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if list(itertools.filterfalse(None, [training])):
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL104
        return x - self.mean


# %% a dictionary that is emptied
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        settings = {"on": 1}
        if training:
            settings.clear()
        if settings:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL104
        return x - self.mean


# %% what a function keeps for another
import tensorflow as tf
from tensorflow import keras

def kept():
    held = None

    def put(value):
        nonlocal held
        held = value

    def get():
        return held

    return put, get


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        put, get = kept()
        put(not training)
        if get():
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL104
        return x - self.mean


# %% the one of a set
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if {not training}.pop():
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL104
        return x - self.mean


# %% a text by a form
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if f"{bool(training):d}" == "0":
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL104
        return x - self.mean


# %% the largest of tuples
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        max([(not training, 1, self._update), (False, 2, abs)])[2](x)
        return x - self.mean

    def _update(self, x):
        self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL104


# %% around `call`, the flag turned round
import functools

import tensorflow as tf
from tensorflow import keras

def turned(function):
    @functools.wraps(function)
    def inner(self, x, training=None):
        return function(self, x, not training)

    return inner


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    @turned
    def call(self, x, training=None):
        if training:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL104
        return x - self.mean
