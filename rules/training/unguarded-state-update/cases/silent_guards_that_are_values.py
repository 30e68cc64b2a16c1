import enum

import tensorflow as tf
from tensorflow import keras


class Mode(enum.Enum):
    TRAIN = 1
    INFER = 2


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        mode = Mode.TRAIN if training else Mode.INFER
        if mode is Mode.TRAIN:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% the result of training, or the input
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        noisy = x + 1.0 if training else x
        if noisy is not x:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return noisy - self.mean


# %% a decorator that asks
import tensorflow as tf
from tensorflow import keras


def when_training(function):
    def wrapper(self, x, training=None):
        if training:
            return function(self, x)

    return wrapper


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    @when_training
    def update(self, x):
        self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))

    def call(self, x, training=None):
        self.update(x, training=training)
        return x - self.mean


# %% the handler of what the flag raises
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        try:
            if training:
                raise StopIteration
        except StopIteration:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% arrays of the numbers
import keras
from keras import ops


class Steps(keras.layers.Layer):
    def build(self, shape):
        self.n = self.add_weight(name="n", shape=(), dtype="int32", trainable=False)

    def call(self, x, training=False):
        self.n.assign_add(
            ops.where(ops.cast(training, bool), ops.array(1, "int32"), ops.array(0, "int32"))
        )
        return x
