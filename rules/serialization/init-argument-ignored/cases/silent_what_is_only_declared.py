# %% the signature of a stub
import keras


class Encoder(keras.layers.Layer):
    def __init__(self, units: int, rate: float = 0.1) -> None: ...


# %% arguments of what subclasses build
from abc import abstractmethod

import keras


class Head(keras.layers.Layer):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    @abstractmethod
    def call(self, x):
        """Turn features into scores."""


# %% not written yet
import keras


class Decoder(keras.Model):
    def __init__(self, hidden, act="relu"):
        super().__init__()
        raise NotImplementedError

    def call(self, x):
        return x
