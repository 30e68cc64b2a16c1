# %% by a function that leaves it off unless told
from tensorflow import keras


class BatchNorm(keras.layers.BatchNormalization):
    def __init__(self, freeze, **kwargs):
        super().__init__(**kwargs)
        self.freeze = freeze

    def call(self, inputs, training=None):
        return super().call(inputs, training=(not self.freeze))  # LL110

    def get_config(self):
        return {**super().get_config(), "freeze": self.freeze}


def stem(x, filters, freeze=False):
    return BatchNorm(freeze)(keras.layers.Conv2D(filters, 3)(x))

# %% by a False
from tensorflow import keras


class BatchNorm(keras.layers.BatchNormalization):
    def __init__(self, frozen, **kwargs):
        super().__init__(**kwargs)
        self.frozen = frozen

    def call(self, inputs, training=None):
        return super().call(inputs, training=not self.frozen)  # LL110

    def get_config(self):
        return {**super().get_config(), "frozen": self.frozen}


norm = BatchNorm(frozen=False)
