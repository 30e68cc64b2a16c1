"""What the templates share: enumerations, helpers, decorators and classes of the module."""

HEADER = """\
import collections
import contextlib
import contextvars
import copy
import dataclasses
import enum
import functools
import itertools
import json
import operator
import re
import sys
import types
import typing

import tensorflow as tf
from tensorflow import keras

ON = "on"
OFF = "off"
SENTINEL = object()
TABLE = {"train": True, "test": False}
TRAIN_MODES = ("train", "fit")
LAST = False
KEPT = {"on": False}
PUSHED = []
VARIABLE = contextvars.ContextVar("variable", default=False)


class Mode(enum.Enum):
    TRAIN = 1
    INFER = 2


class Level(enum.IntEnum):
    OFF = 0
    ON = 1


class Names:
    TRAIN = "train"
    INFER = "infer"


class Skip(Exception):
    pass


class Told(Exception):
    def __init__(self, on):
        super().__init__("told")
        self.on = on


class Pushed:
    def __init__(self, on):
        self.on = on

    def __enter__(self):
        PUSHED.append(self.on)

    def __exit__(self, *error):
        PUSHED.pop()


class Amount:
    def __init__(self, number):
        self.number = number

    def __add__(self, other):
        return Amount(self.number + other.number)

    def __iadd__(self, other):
        self.number += other
        return self

    def __lt__(self, other):
        return self.number < other.number


class Shown:
    def __get__(self, owner, kind=None):
        return owner.told


class Opposite:
    def __set_name__(self, owner, name):
        self.name = "_opposite_" + name

    def __get__(self, owner, kind=None):
        return getattr(owner, self.name)

    def __set__(self, owner, value):
        owner.__dict__[self.name] = not value


@dataclasses.dataclass
class Context:
    on: bool = True

    def active(self):
        return self.on

    @property
    def is_on(self):
        return self.on


@dataclasses.dataclass
class Settled:
    train: bool = False

    def __post_init__(self):
        self.update = bool(self.train)


class Swallow:
    def __init__(self, on):
        self.on = on

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return True

    def __bool__(self):
        return bool(self.on)


@functools.singledispatch
def told(mode):
    return False


@told.register
def _(mode: bool):
    return mode


State = collections.namedtuple("State", ["on", "count"])


class Typed(typing.NamedTuple):
    on: bool
    count: int = 0


class Ctx:
    training = False


class Helper:
    def __init__(self, layer, weight):
        self.layer = layer
        self.weight = weight

    def step(self):
        self.weight.assign_add(1.0)

    def step_if(self, on):
        if on:
            self.weight.assign_add(1.0)


class Stepper:
    def __init__(self, weight, on):
        self.weight = weight
        self.on = on

    def __call__(self):
        if self.on:
            self.weight.assign_add(1.0)


class Flags:
    def __init__(self, on):
        self.values = {"on": on}

    def __getitem__(self, key):
        return self.values[key]


class Truth:
    def __init__(self, on):
        self.on = on

    def __bool__(self):
        return self.on

    def __len__(self):
        return 1 if self.on else 0

    def __contains__(self, key):
        return self.on

    def __eq__(self, other):
        return self.on == other


class Holder:
    def __init__(self, parts):
        self.parts = parts

    def __iter__(self):
        return iter(self.parts)


class Scope:
    def __init__(self, on):
        self.on = on

    def __enter__(self):
        return self.on

    def __exit__(self, *details):
        return False


class Derived(Context):
    pass


class Switch:
    def __init__(self):
        self.on = False

    def turn(self, on):
        self.on = on
        return self


class Descriptor:
    def __get__(self, owner, kind):
        return True


@contextlib.contextmanager
def scope(on):
    yield on


def resolved(training):
    if training is None:
        return False
    return training


def raise_if(on):
    if on:
        raise ValueError("on")


def bump(weight):
    weight.assign_add(1.0)


def bump_if(weight, on):
    if on:
        weight.assign_add(1.0)


def recursive(weight, depth, on):
    if depth > 0:
        recursive(weight, depth - 1, on)
    elif on:
        weight.assign_add(1.0)


def apply(function, value):
    return function(value)


def run_if(on, function):
    if on:
        function()


def compose(first, second):
    return lambda value: first(second(value))


def put(stack, value):
    stack.append(value)


def skip_step(weight):
    return weight


REGISTRY = {}
STEPS = {"train": bump, "test": skip_step}


def when_training(function):
    def wrapper(self, training=None):
        if training:
            return function(self)

    return wrapper


def unless_training(function):
    def wrapper(self, training=None):
        if training:
            return None
        return function(self)

    return wrapper


def only_if_on(function):
    @functools.wraps(function)
    def wrapper(self, on):
        if not on:
            return None
        return function(self, on)

    return wrapper


def only_if_on_function(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        if args[0]:
            return function(*args, **kwargs)

    return wrapper


def guarded(expected):
    def decorate(function):
        def wrapper(self, on):
            if bool(on) is expected:
                function(self, on)

        return wrapper

    return decorate


def disabled(function):
    def wrapper(*args, **kwargs):
        return None

    return wrapper


def registered(function):
    REGISTRY[function.__name__] = function
    return function


class Root(keras.layers.Layer):
    def deep(self, weight):
        return self.deeper(weight)

    def template(self):
        return bool(self.hook())

    def hook(self):
        return False


class Middle(Root):
    def deeper(self, weight):
        weight.assign_add(1.0)

    def deep_if(self, weight, on):
        return None


class Base(Middle):
    def __init__(self, a=False, b=False, fails=False, **kwargs):
        super().__init__(**kwargs)
        self.a = a
        self.b = b
        self.fails = fails

    def deep_if(self, weight, on):
        super().deep_if(weight, on)
        if on:
            self.deep(weight)

    def _own(self, training):
        if training is None:
            training = self.a
        return training and not self.b

    def skip(self):
        return 0.0

    def noisy(self, x):
        return x + 1.0

    def inherited(self, weight, training=None):
        if training:
            weight.assign_add(1.0)
"""
