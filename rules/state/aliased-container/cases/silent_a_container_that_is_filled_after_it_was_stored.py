import collections, functools, itertools, types
from dataclasses import dataclass
from typing import NamedTuple
import numpy as np
import tf_keras as keras


# %% held = [] self.held = held held.append(Dense())-43
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

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = held = [] held.append(Dense())-42
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
        self.held = held = []
        held.append(keras.layers.Dense(units))

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = self.held = {} held['a'] = Dense()-42
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
        held = self.held = {}
        held['a'] = keras.layers.Dense(units)

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = list() self.held = held for _ in range(2): held += [Dense()]-44
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
        held = list()
        self.held = held
        for _ in range(2):
            held += [keras.layers.Dense(units)]

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = collections.OrderedDict() self.held = held held['a'] = Dense...
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
        held = collections.OrderedDict()
        self.held = held
        held['a'] = keras.layers.Dense(units)

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = set() self.held = held held.add(Dense())-43
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
        held = set()
        self.held = held
        held.add(keras.layers.Dense(units))

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = [] setattr(self, 'held', held) held.append(Dense())-43
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
        setattr(self, 'held', held)
        held.append(keras.layers.Dense(units))

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = [] self.held = held held.extend(Dense() for _ in range(3))-43
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
        held.extend(keras.layers.Dense(units) for _ in range(3))

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = [] self.held = held held.append(units)-43
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
        held.append(units)

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% held = [Dense()] self.held = held dense = Dense() held.append(dense...
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
        held = [keras.layers.Dense(units)]
        self.held = held
        dense = keras.layers.Dense(units)
        held.append(dense)

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())
