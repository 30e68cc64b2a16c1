import collections, functools, itertools, types
from dataclasses import dataclass
from typing import NamedTuple
import numpy as np


# %% self.held = Pair(Dense(), Dense())-layers.Layer-keras
import keras as keras


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
        self.held = Pair(keras.layers.Dense(units), keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Pair(Dense(), Dense())-layers.Layer-tf_keras
import tf_keras as keras


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
        self.held = Pair(keras.layers.Dense(units), keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Pair(Dense(), Dense())-layers.Layer-tensorflow.keras
import tensorflow.keras as keras


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
        self.held = Pair(keras.layers.Dense(units), keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Pair(Dense(), Dense())-Model-keras
import keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = Pair(keras.layers.Dense(units), keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Pair(Dense(), Dense())-Model-tf_keras
import tf_keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = Pair(keras.layers.Dense(units), keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Pair(Dense(), Dense())-Model-tensorflow.keras
import tensorflow.keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = Pair(keras.layers.Dense(units), keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Pair(first=Dense())-layers.Layer-keras
import keras as keras


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
        self.held = Pair(first=keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Pair(first=Dense())-layers.Layer-tf_keras
import tf_keras as keras


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
        self.held = Pair(first=keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Pair(first=Dense())-layers.Layer-tensorflow.keras
import tensorflow.keras as keras


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
        self.held = Pair(first=keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Pair(first=Dense())-Model-keras
import keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = Pair(first=keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Pair(first=Dense())-Model-tf_keras
import tf_keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = Pair(first=keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Pair(first=Dense())-Model-tensorflow.keras
import tensorflow.keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = Pair(first=keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Tower()-layers.Layer-keras
import keras as keras


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
        self.held = Tower()  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Tower()-layers.Layer-tf_keras
import tf_keras as keras


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
        self.held = Tower()  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Tower()-layers.Layer-tensorflow.keras
import tensorflow.keras as keras


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
        self.held = Tower()  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Tower()-Model-keras
import keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = Tower()  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Tower()-Model-tf_keras
import tf_keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = Tower()  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Tower()-Model-tensorflow.keras
import tensorflow.keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = Tower()  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = [Tower() for _ in range(2)]-layers.Layer-keras
import keras as keras


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
        self.held = [Tower() for _ in range(2)]  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = [Tower() for _ in range(2)]-layers.Layer-tf_keras
import tf_keras as keras


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
        self.held = [Tower() for _ in range(2)]  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = [Tower() for _ in range(2)]-layers.Layer-tensorflow.keras
import tensorflow.keras as keras


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
        self.held = [Tower() for _ in range(2)]  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = [Tower() for _ in range(2)]-Model-keras
import keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = [Tower() for _ in range(2)]  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = [Tower() for _ in range(2)]-Model-tf_keras
import tf_keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = [Tower() for _ in range(2)]  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = [Tower() for _ in range(2)]-Model-tensorflow.keras
import tensorflow.keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = [Tower() for _ in range(2)]  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = {'a': Tower(2)}-layers.Layer-keras
import keras as keras


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
        self.held = {'a': Tower(2)}  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = {'a': Tower(2)}-layers.Layer-tf_keras
import tf_keras as keras


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
        self.held = {'a': Tower(2)}  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = {'a': Tower(2)}-layers.Layer-tensorflow.keras
import tensorflow.keras as keras


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
        self.held = {'a': Tower(2)}  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = {'a': Tower(2)}-Model-keras
import keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = {'a': Tower(2)}  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = {'a': Tower(2)}-Model-tf_keras
import tf_keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = {'a': Tower(2)}  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = {'a': Tower(2)}-Model-tensorflow.keras
import tensorflow.keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = {'a': Tower(2)}  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Keeper(Dense())-layers.Layer-keras
import keras as keras


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
        self.held = Keeper(keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Keeper(Dense())-layers.Layer-tf_keras
import tf_keras as keras


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
        self.held = Keeper(keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Keeper(Dense())-layers.Layer-tensorflow.keras
import tensorflow.keras as keras


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
        self.held = Keeper(keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Keeper(Dense())-Model-keras
import keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = Keeper(keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Keeper(Dense())-Model-tf_keras
import tf_keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = Keeper(keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = Keeper(Dense())-Model-tensorflow.keras
import tensorflow.keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = Keeper(keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = collections.deque([Dense(), Dense()])-layers.Layer-keras
import keras as keras


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
        self.held = collections.deque([keras.layers.Dense(units), keras.layers.Dense(units)])  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = collections.deque([Dense(), Dense()])-layers.Layer-tf_k...
import tf_keras as keras


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
        self.held = collections.deque([keras.layers.Dense(units), keras.layers.Dense(units)])  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = collections.deque([Dense(), Dense()])-layers.Layer-tens...
import tensorflow.keras as keras


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
        self.held = collections.deque([keras.layers.Dense(units), keras.layers.Dense(units)])  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = collections.deque([Dense(), Dense()])-Model-keras
import keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = collections.deque([keras.layers.Dense(units), keras.layers.Dense(units)])  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = collections.deque([Dense(), Dense()])-Model-tf_keras
import tf_keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = collections.deque([keras.layers.Dense(units), keras.layers.Dense(units)])  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = collections.deque([Dense(), Dense()])-Model-tensorflow....
import tensorflow.keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = collections.deque([keras.layers.Dense(units), keras.layers.Dense(units)])  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = collections.deque(Dense() for _ in range(3))-layers.Lay...
import keras as keras


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
        self.held = collections.deque(keras.layers.Dense(units) for _ in range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = collections.deque(Dense() for _ in range(3))-layers.Lay...
import tf_keras as keras


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
        self.held = collections.deque(keras.layers.Dense(units) for _ in range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = collections.deque(Dense() for _ in range(3))-layers.Lay...
import tensorflow.keras as keras


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
        self.held = collections.deque(keras.layers.Dense(units) for _ in range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = collections.deque(Dense() for _ in range(3))-Model-keras
import keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = collections.deque(keras.layers.Dense(units) for _ in range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = collections.deque(Dense() for _ in range(3))-Model-tf_k...
import tf_keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = collections.deque(keras.layers.Dense(units) for _ in range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = collections.deque(Dense() for _ in range(3))-Model-tens...
import tensorflow.keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = collections.deque(keras.layers.Dense(units) for _ in range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = frozenset([Dense()])-layers.Layer-keras
import keras as keras


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
        self.held = frozenset([keras.layers.Dense(units)])  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = frozenset([Dense()])-layers.Layer-tf_keras
import tf_keras as keras


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
        self.held = frozenset([keras.layers.Dense(units)])  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = frozenset([Dense()])-layers.Layer-tensorflow.keras
import tensorflow.keras as keras


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
        self.held = frozenset([keras.layers.Dense(units)])  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = frozenset([Dense()])-Model-keras
import keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = frozenset([keras.layers.Dense(units)])  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = frozenset([Dense()])-Model-tf_keras
import tf_keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = frozenset([keras.layers.Dense(units)])  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = frozenset([Dense()])-Model-tensorflow.keras
import tensorflow.keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = frozenset([keras.layers.Dense(units)])  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = np.array([Dense(), Dense()], dtype=object)-layers.Layer...
import keras as keras


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
        self.held = np.array([keras.layers.Dense(units), keras.layers.Dense(units)], dtype=object)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = np.array([Dense(), Dense()], dtype=object)-layers.Layer...
import tf_keras as keras


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
        self.held = np.array([keras.layers.Dense(units), keras.layers.Dense(units)], dtype=object)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = np.array([Dense(), Dense()], dtype=object)-layers.Layer...
import tensorflow.keras as keras


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
        self.held = np.array([keras.layers.Dense(units), keras.layers.Dense(units)], dtype=object)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = np.array([Dense(), Dense()], dtype=object)-Model-keras
import keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = np.array([keras.layers.Dense(units), keras.layers.Dense(units)], dtype=object)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = np.array([Dense(), Dense()], dtype=object)-Model-tf_keras
import tf_keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = np.array([keras.layers.Dense(units), keras.layers.Dense(units)], dtype=object)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = np.array([Dense(), Dense()], dtype=object)-Model-tensor...
import tensorflow.keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = np.array([keras.layers.Dense(units), keras.layers.Dense(units)], dtype=object)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = types.SimpleNamespace(a=Dense())-layers.Layer-keras
import keras as keras


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
        self.held = types.SimpleNamespace(a=keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = types.SimpleNamespace(a=Dense())-layers.Layer-tf_keras
import tf_keras as keras


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
        self.held = types.SimpleNamespace(a=keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = types.SimpleNamespace(a=Dense())-layers.Layer-tensorflo...
import tensorflow.keras as keras


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
        self.held = types.SimpleNamespace(a=keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = types.SimpleNamespace(a=Dense())-Model-keras
import keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = types.SimpleNamespace(a=keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = types.SimpleNamespace(a=Dense())-Model-tf_keras
import tf_keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = types.SimpleNamespace(a=keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = types.SimpleNamespace(a=Dense())-Model-tensorflow.keras
import tensorflow.keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = types.SimpleNamespace(a=keras.layers.Dense(units))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = (Dense() for _ in range(3))-layers.Layer-keras
import keras as keras


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
        self.held = (keras.layers.Dense(units) for _ in range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = (Dense() for _ in range(3))-layers.Layer-tf_keras
import tf_keras as keras


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
        self.held = (keras.layers.Dense(units) for _ in range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = (Dense() for _ in range(3))-layers.Layer-tensorflow.keras
import tensorflow.keras as keras


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
        self.held = (keras.layers.Dense(units) for _ in range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = (Dense() for _ in range(3))-Model-keras
import keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = (keras.layers.Dense(units) for _ in range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = (Dense() for _ in range(3))-Model-tf_keras
import tf_keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = (keras.layers.Dense(units) for _ in range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = (Dense() for _ in range(3))-Model-tensorflow.keras
import tensorflow.keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = (keras.layers.Dense(units) for _ in range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = map(lambda i: Dense(), range(3))-layers.Layer-keras
import keras as keras


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
        self.held = map(lambda i: keras.layers.Dense(units), range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = map(lambda i: Dense(), range(3))-layers.Layer-tf_keras
import tf_keras as keras


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
        self.held = map(lambda i: keras.layers.Dense(units), range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = map(lambda i: Dense(), range(3))-layers.Layer-tensorflo...
import tensorflow.keras as keras


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
        self.held = map(lambda i: keras.layers.Dense(units), range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = map(lambda i: Dense(), range(3))-Model-keras
import keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = map(lambda i: keras.layers.Dense(units), range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = map(lambda i: Dense(), range(3))-Model-tf_keras
import tf_keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = map(lambda i: keras.layers.Dense(units), range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% self.held = map(lambda i: Dense(), range(3))-Model-tensorflow.keras
import tensorflow.keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.held = map(lambda i: keras.layers.Dense(units), range(3))  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = lambda x: dense(x)-layers.Layer-keras
import keras as keras


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
        dense = keras.layers.Dense(units); self.held = lambda x: dense(x)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = lambda x: dense(x)-layers.Layer-tf_keras
import tf_keras as keras


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
        dense = keras.layers.Dense(units); self.held = lambda x: dense(x)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = lambda x: dense(x)-layers.Layer-tensor...
import tensorflow.keras as keras


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
        dense = keras.layers.Dense(units); self.held = lambda x: dense(x)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = lambda x: dense(x)-Model-keras
import keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        dense = keras.layers.Dense(units); self.held = lambda x: dense(x)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = lambda x: dense(x)-Model-tf_keras
import tf_keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        dense = keras.layers.Dense(units); self.held = lambda x: dense(x)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = lambda x: dense(x)-Model-tensorflow.keras
import tensorflow.keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        dense = keras.layers.Dense(units); self.held = lambda x: dense(x)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = Pair(dense)-layers.Layer-keras
import keras as keras


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
        dense = keras.layers.Dense(units); self.held = Pair(dense)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = Pair(dense)-layers.Layer-tf_keras
import tf_keras as keras


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
        dense = keras.layers.Dense(units); self.held = Pair(dense)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = Pair(dense)-layers.Layer-tensorflow.keras
import tensorflow.keras as keras


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
        dense = keras.layers.Dense(units); self.held = Pair(dense)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = Pair(dense)-Model-keras
import keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        dense = keras.layers.Dense(units); self.held = Pair(dense)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = Pair(dense)-Model-tf_keras
import tf_keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        dense = keras.layers.Dense(units); self.held = Pair(dense)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = Pair(dense)-Model-tensorflow.keras
import tensorflow.keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        dense = keras.layers.Dense(units); self.held = Pair(dense)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = functools.partial(print, dense)-layers...
import keras as keras


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
        dense = keras.layers.Dense(units); self.held = functools.partial(print, dense)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = functools.partial(print, dense)-layers...
import tf_keras as keras


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
        dense = keras.layers.Dense(units); self.held = functools.partial(print, dense)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = functools.partial(print, dense)-layers...
import tensorflow.keras as keras


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
        dense = keras.layers.Dense(units); self.held = functools.partial(print, dense)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = functools.partial(print, dense)-Model-...
import keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        dense = keras.layers.Dense(units); self.held = functools.partial(print, dense)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = functools.partial(print, dense)-Model-...
import tf_keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        dense = keras.layers.Dense(units); self.held = functools.partial(print, dense)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())


# %% dense = Dense(); self.held = functools.partial(print, dense)-Model-...
import tensorflow.keras as keras


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


class Holder(keras.Model):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        dense = keras.layers.Dense(units); self.held = functools.partial(print, dense)  # LL215

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())
