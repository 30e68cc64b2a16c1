"""Private initializers that an object keeps for `add_weight`: no config holds one."""

import keras
from keras.initializers import Initializer


class _Real(Initializer):
    def __init__(self, whole):
        self.whole = whole

    def __call__(self, shape, dtype=None):
        return keras.ops.cos(self.whole.phase(shape)) * self.whole.modulus


class _Imaginary(Initializer):
    def __init__(self, whole):
        self.whole = whole

    def __call__(self, shape, dtype=None):
        return keras.ops.sin(self.whole.phase(shape)) * self.whole.modulus


class Complex:
    def __init__(self, modulus=1.0):
        self.modulus = modulus
        self.real = _Real(self)
        self.imaginary = _Imaginary(self)

    def phase(self, shape):
        return keras.random.uniform(shape)


class Rotation(keras.layers.Layer):
    def build(self, input_shape):
        start = Complex()
        self.real = self.add_weight(shape=input_shape[1:], initializer=start.real)
        self.imaginary = self.add_weight(shape=input_shape[1:], initializer=start.imaginary)

    def call(self, inputs):
        return inputs * self.real - inputs * self.imaginary
