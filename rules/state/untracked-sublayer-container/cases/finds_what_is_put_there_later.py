import collections, functools, itertools, types
from dataclasses import dataclass
from typing import NamedTuple
import numpy as np
import keras as keras


# %% self.held = collections.deque() self.held.append(Dense())-42
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
        self.held = collections.deque()
        self.held.append(keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = types.SimpleNamespace() self.held.dense = Dense()-42
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
        self.held = types.SimpleNamespace()
        self.held.dense = keras.layers.Dense(units)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = np.empty(2, dtype=object) self.held[0] = Dense()-42
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
        self.held = np.empty(2, dtype=object)
        self.held[0] = keras.layers.Dense(units)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense() def run(x): return dense(x) self.held = run-44
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
        dense = keras.layers.Dense(units)
        def run(x):
            return dense(x)
        self.held = run  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = collections.deque() held.append(Dense()) self.held = held-43
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
        held.append(keras.layers.Dense(units))
        self.held = held  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())
