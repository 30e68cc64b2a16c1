import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if self._asks(training):
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean

    def _asks(self, flag):
        try:
            return True
        finally:
            return flag


# %% a layer is built when it is called
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if not training:
            if self.built:
                return x
        self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% a name that no flag has
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if self._asks(training):
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean

    def _asks(self, flag):
        try:
            flag.numpy
        except AttributeError:
            return flag
        return True


# %% a name that no layer has
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        try:
            getattr(self, "built" if training else "nothing_of_the_kind")
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        except AttributeError:
            pass
        return x - self.mean


# %% around `call`, no flag
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
        if not training:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% what a set keeps
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        modes = {"fit"}
        modes.intersection_update({"fit" if training else "predict"})
        if modes:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% what is left of a list
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        steps = [0, 1]
        steps.remove(1 if training else 0)
        if not steps[0]:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% part of a list
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        steps = [1, 2, 3]
        steps[1:] = [] if training else [5]
        if len(steps) == 1:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% a dictionary of pairs
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        settings = {}
        settings.update([("on", training)])
        if settings["on"]:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% a manager that puts back
import contextlib

import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        with self._scope(training):
            inside = self.scoped
        if inside:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean

    scoped = False

    @contextlib.contextmanager
    def _scope(self, flag):
        before, self.scoped = self.scoped, flag
        try:
            yield
        finally:
            self.scoped = before


# %% names by their names
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        kept = training
        if locals()["kept"]:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% an attribute of a function
import tensorflow as tf
from tensorflow import keras

def gate(flag):
    return flag and gate.enabled


gate.enabled = False


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if gate(not training):
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% a namespace without a name
from types import SimpleNamespace

import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        box = SimpleNamespace(**({"on": 1} if training else {}))
        if hasattr(box, "on"):
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% an object that gives nothing
import tensorflow as tf
from tensorflow import keras

class Given:
    def __init__(self, flag):
        self.flag = flag

    def __iter__(self):
        return self

    def __next__(self):
        if self.flag:
            return 1
        raise StopIteration


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if next(Given(training), 0):
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% an object in a text
import tensorflow as tf
from tensorflow import keras

class Told:
    def __init__(self, flag):
        self.flag = flag

    def __str__(self):
        return "fit" if self.flag else "predict"


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if f"{Told(training)}" == "fit":
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% a helper that may raise
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        try:
            self._require(dict(on=training).get("on", self))
        except LookupError:
            return x
        self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean

    def _require(self, flag):
        if hash(flag):
            return
        raise LookupError


# %% what an iterator of others gives
import itertools

import tensorflow as tf
from tensorflow import keras

def named(flag):
    match "fit" if flag else "predict":
        case "fit":
            return True
        case "predict":
            return False


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if next(itertools.repeat(named(training))):
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% a tuple is no constant
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        match tuple(filter(bool, (training,))):
            case True | 1:
                self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% a generator that the flag ends
import contextlib

import tensorflow as tf
from tensorflow import keras

def flags(flag):
    if not flag:
        return
    yield flag


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if contextlib.nullcontext(any(True for _ in flags(training))).enter_result:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% a setting that is asked for by its name
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    TRACKS = False

    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if training or getattr(self, "TRACKS"):
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% a quotient that there may not be
import collections

import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        try:
            1 / int(bool(collections.deque([0, training])[-1]))
        except ZeroDivisionError:
            pass
        else:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% a dictionary made of names
import collections

import tensorflow as tf
from tensorflow import keras

def flags(flag):
    if flag:
        yield 1


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if collections.OrderedDict(on=next(flags(training), None))["on"]:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean


# %% a number without its bits
import tensorflow as tf
from tensorflow import keras


class Mean(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        if ~int(training is True) + 1:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean
