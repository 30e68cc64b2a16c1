# %% wraps, in a decorator with arguments
import functools
import keras


def named(name):
    def decorate(method):
        @functools.wraps(method)
        def inner(self, *args, **kwargs):
            with keras.name_scope(name):
                return method(self, *args, **kwargs)

        return inner

    return decorate


class Head(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = keras.layers.Dropout(0.1)

    @named("head")
    def call(self, x, training=None):
        return self.drop(x, training=training)


# %% update_wrapper says the same
from functools import update_wrapper
import keras


def quiet(method):
    def inner(self, *args, **kwargs):
        return method(self, *args, **kwargs)

    return update_wrapper(inner, method)


class Gate(keras.layers.Layer):
    @quiet
    def call(self, x, training=None):
        return x * 2 if training else x


# %% a decorator that hands the function back
import keras

REGISTRY = {}


def registered(function):
    REGISTRY[function.__qualname__] = function
    return function


class Scale(keras.layers.Layer):
    @registered
    def call(self, x, training=None):
        return x * 2 if training else x


# %% the decorator is on a helper
import keras


def checked(method):
    def inner(self, *args, **kwargs):
        return method(self, *args, **kwargs)

    return inner


class Filter(keras.layers.Layer):
    @checked
    def _apply(self, x, training=None):
        return x * 2 if training else x

    def call(self, x, training=None):
        return self._apply(x, training=training)
