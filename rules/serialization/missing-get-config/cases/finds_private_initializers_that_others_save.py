"""A private initializer that goes into the config of a layer, or of the object that keeps it."""

import keras
from keras.initializers import Initializer


class _Constant(Initializer):
    def __init__(self, value):  # LL501
        self.value = value

    def __call__(self, shape, dtype=None):
        return keras.ops.full(shape, self.value)


class _Kept(Initializer):
    def __init__(self, value):  # LL501
        self.value = value

    def __call__(self, shape, dtype=None):
        return keras.ops.full(shape, self.value)


def head(units):
    return keras.layers.Dense(units, kernel_initializer=_Constant(0.1))


class Doubled:
    def __init__(self):
        self.initializer = _Kept(0.1)

    def __call__(self, shape, dtype=None):
        return 2 * self.initializer(shape, dtype)

    def get_config(self):
        return {"initializer": keras.saving.serialize_keras_object(self.initializer)}


model = keras.Sequential([head(3)])
model.save("model.keras")
