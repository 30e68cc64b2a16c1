import collections, functools, itertools, types
from dataclasses import dataclass
from typing import NamedTuple
import numpy as np
import keras as keras


# %% held = [] held.append(Dense()) self.held = held
@dataclass
class Pair:
    first: object
    second: object = None


class Both(NamedTuple):
    first: object
    second: object


class Tower:
    def __init__(self, units=4):
        self.dense = keras.layers.Dense(units)

    def __call__(self, x):
        return self.dense(x)


class Keeper:
    def __init__(self, layer):
        self.layer = layer


class Reader:
    def __init__(self, layer):
        self.name = layer.name


class Holder(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        held = []
        held.append(keras.layers.Dense(units))
        self.held = held

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = [] self.held.append(Dense())
@dataclass
class Pair:
    first: object
    second: object = None


class Both(NamedTuple):
    first: object
    second: object


class Tower:
    def __init__(self, units=4):
        self.dense = keras.layers.Dense(units)

    def __call__(self, x):
        return self.dense(x)


class Keeper:
    def __init__(self, layer):
        self.layer = layer


class Reader:
    def __init__(self, layer):
        self.name = layer.name


class Holder(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = []
        self.held.append(keras.layers.Dense(units))

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = [] self.held = held held.append(Dense()) self.held = held
@dataclass
class Pair:
    first: object
    second: object = None


class Both(NamedTuple):
    first: object
    second: object


class Tower:
    def __init__(self, units=4):
        self.dense = keras.layers.Dense(units)

    def __call__(self, x):
        return self.dense(x)


class Keeper:
    def __init__(self, layer):
        self.layer = layer


class Reader:
    def __init__(self, layer):
        self.name = layer.name


class Holder(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        held = []
        self.held = held
        held.append(keras.layers.Dense(units))
        self.held = held

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = [] self.held = held held = [] held.append(Dense())
@dataclass
class Pair:
    first: object
    second: object = None


class Both(NamedTuple):
    first: object
    second: object


class Tower:
    def __init__(self, units=4):
        self.dense = keras.layers.Dense(units)

    def __call__(self, x):
        return self.dense(x)


class Keeper:
    def __init__(self, layer):
        self.layer = layer


class Reader:
    def __init__(self, layer):
        self.name = layer.name


class Holder(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        held = []
        self.held = held
        held = []
        held.append(keras.layers.Dense(units))

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = collections.deque() self.held = held held.append(Dense())
@dataclass
class Pair:
    first: object
    second: object = None


class Both(NamedTuple):
    first: object
    second: object


class Tower:
    def __init__(self, units=4):
        self.dense = keras.layers.Dense(units)

    def __call__(self, x):
        return self.dense(x)


class Keeper:
    def __init__(self, layer):
        self.layer = layer


class Reader:
    def __init__(self, layer):
        self.name = layer.name


class Holder(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        held = collections.deque()
        self.held = held
        held.append(keras.layers.Dense(units))

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = [] self.held = list(held) held.append(units)
@dataclass
class Pair:
    first: object
    second: object = None


class Both(NamedTuple):
    first: object
    second: object


class Tower:
    def __init__(self, units=4):
        self.dense = keras.layers.Dense(units)

    def __call__(self, x):
        return self.dense(x)


class Keeper:
    def __init__(self, layer):
        self.layer = layer


class Reader:
    def __init__(self, layer):
        self.name = layer.name


class Holder(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        held = []
        self.held = list(held)
        held.append(units)

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = [] self.other = held held.append(units)
@dataclass
class Pair:
    first: object
    second: object = None


class Both(NamedTuple):
    first: object
    second: object


class Tower:
    def __init__(self, units=4):
        self.dense = keras.layers.Dense(units)

    def __call__(self, x):
        return self.dense(x)


class Keeper:
    def __init__(self, layer):
        self.layer = layer


class Reader:
    def __init__(self, layer):
        self.name = layer.name


class Holder(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        held = []
        self.other = held
        held.append(units)

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = units self.held = held held += 1
@dataclass
class Pair:
    first: object
    second: object = None


class Both(NamedTuple):
    first: object
    second: object


class Tower:
    def __init__(self, units=4):
        self.dense = keras.layers.Dense(units)

    def __call__(self, x):
        return self.dense(x)


class Keeper:
    def __init__(self, layer):
        self.layer = layer


class Reader:
    def __init__(self, layer):
        self.name = layer.name


class Holder(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        held = units
        self.held = held
        held += 1

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = units units += 1
@dataclass
class Pair:
    first: object
    second: object = None


class Both(NamedTuple):
    first: object
    second: object


class Tower:
    def __init__(self, units=4):
        self.dense = keras.layers.Dense(units)

    def __call__(self, x):
        return self.dense(x)


class Keeper:
    def __init__(self, layer):
        self.layer = layer


class Reader:
    def __init__(self, layer):
        self.name = layer.name


class Holder(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = units
        units += 1

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = [] if units: self.held = held else: held.append(Dense())
@dataclass
class Pair:
    first: object
    second: object = None


class Both(NamedTuple):
    first: object
    second: object


class Tower:
    def __init__(self, units=4):
        self.dense = keras.layers.Dense(units)

    def __call__(self, x):
        return self.dense(x)


class Keeper:
    def __init__(self, layer):
        self.layer = layer


class Reader:
    def __init__(self, layer):
        self.name = layer.name


class Holder(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        held = []
        if units:
            self.held = held
        else:
            held.append(keras.layers.Dense(units))

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())
