import collections, functools, itertools, types
from dataclasses import dataclass
from typing import NamedTuple
import numpy as np
import keras as keras


# %% self.held = [[]] self.held[0].append(Dense())
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
        self.held = [[]]
        self.held[0].append(keras.layers.Dense(units))

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = {k: [] for k in 'ab'} self.held['a'].append(Dense())
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
        self.held = {k: [] for k in 'ab'}
        self.held['a'].append(keras.layers.Dense(units))

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = {} self.held['a'] = [Dense()]
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
        self.held = {}
        self.held['a'] = [keras.layers.Dense(units)]

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = [] self.held += [Dense()]
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
        self.held += [keras.layers.Dense(units)]

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = [None] held[0] = Dense() self.held = held
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
        held = [None]
        held[0] = keras.layers.Dense(units)
        self.held = held

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = [None] self.held[0] = Dense() self.held = list(self.held)
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
        self.held = [None]
        self.held[0] = keras.layers.Dense(units)
        self.held = list(self.held)

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = [None] self.dense = Dense() self.held[0] = self.dense
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
        self.held = [None]
        self.dense = keras.layers.Dense(units)
        self.held[0] = self.dense

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = [None] self.held[0] = keras.layers.Flatten()
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
        self.held = [None]
        self.held[0] = keras.layers.Flatten()

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())
