# %% a function looks at the frame of whoever calls it
import inspect

import keras


def gathered():
    frame = inspect.currentframe().f_back
    return {k: v for k, v in frame.f_locals.items() if k != "self"}


class Scaled(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        options = gathered()
        super().__init__(**kwargs)
        self.rate = options["rate"]

    def call(self, x):
        return x * self.rate


# %% a function of another package that is told nothing, and named for arguments
import keras
from toolbox.introspection import gather_vars_to_kwargs


class Scaled(keras.layers.Layer):
    def __init__(self, units, rate=0.1):
        options = gather_vars_to_kwargs()
        super().__init__(**options)

    def call(self, x):
        return x


# %% the constructor of the base looks at who called it
import inspect

import keras


class Recorded(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.rate = inspect.stack()[1][0].f_locals["rate"]


class Scaled(Recorded):
    def __init__(self, units, rate=0.1):
        super().__init__()

    def call(self, x):
        return x * self.rate


# %% a method does
import sys

import keras


class Recorded(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.keep()

    def keep(self):
        self.rate = sys._getframe(2).f_locals["rate"]


class Scaled(Recorded):
    def __init__(self, units, rate=0.1):
        super().__init__()

    def call(self, x):
        return x * self.rate


# %% `__new__` is given the same
import tensorflow as tf


class Scaled(tf.keras.layers.Layer):
    def __new__(cls, units, fast=True):
        return super().__new__(Quick if fast else cls)

    def __init__(self, units, fast=True):
        super().__init__()
        self.units = units

    def call(self, x):
        return x * self.units
