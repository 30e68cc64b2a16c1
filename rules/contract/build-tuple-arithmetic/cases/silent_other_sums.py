import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% converted
class Block(layers.Layer):
    def build(self, input_shape):
        shape = tuple(input_shape[1:]) + (4,)

    def call(self, x):
        return x


# %% converted before
class Block(layers.Layer):
    def build(self, input_shape):
        input_shape = tuple(input_shape)
        shape = input_shape[1:] + (4,)

    def call(self, x):
        return x


# %% unpacked
class Block(layers.Layer):
    def build(self, input_shape):
        shape = (*input_shape[1:], 4)

    def call(self, x):
        return x


# %% numbers
class Block(layers.Layer):
    def build(self, input_shape):
        size = input_shape[-1] + 4

    def call(self, x):
        return x


# %% in place
class Block(layers.Layer):
    def build(self, input_shape):
        shape = input_shape[1:]
        shape += (4,)

    def call(self, x):
        return x


# %% shapes
class Block(layers.Layer):
    def build(self, input_shape):
        shape = input_shape[:1] + input_shape[2:]

    def call(self, x):
        return x
