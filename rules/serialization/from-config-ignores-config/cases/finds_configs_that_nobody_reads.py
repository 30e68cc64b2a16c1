# %% of a loss
from tensorflow import keras


class Huberized(keras.losses.Loss):
    def __init__(self, delta=1.0, **kwargs):
        super().__init__(**kwargs)
        self.delta = delta

    def call(self, y_true, y_pred):
        return self.delta * (y_true - y_pred) ** 2

    def get_config(self):
        return {**super().get_config(), "delta": self.delta}

    @classmethod
    def from_config(cls, config):
        return cls()  # LL516

# %% with custom objects
import keras


class Shift(keras.Layer):
    def __init__(self, by=0.5, **kwargs):
        super().__init__(**kwargs)
        self.by = by

    def call(self, x):
        return x + self.by

    @classmethod
    def from_config(cls, config, custom_objects=None):
        return cls()  # LL516

# %% with a constant
from keras import layers


class Power(layers.Layer):
    def __init__(self, exponent, **kwargs):
        super().__init__(**kwargs)
        self.exponent = exponent

    def call(self, x):
        return x**self.exponent

    def get_config(self):
        return {**super().get_config(), "exponent": self.exponent}

    @classmethod
    def from_config(cls, config):
        return cls(exponent=2)  # LL516

# %% an inherited constructor
import tensorflow as tf


class Base(tf.keras.layers.Layer):
    def __init__(self, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x):
        return x * self.rate


class Special(Base):
    @classmethod
    def from_config(cls, data):
        return cls()  # LL516
