import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% behind
class Block(layers.Layer):
    def build(self, input_shape):
        shape = input_shape[1:] + (4,)  # LL414

    def call(self, x):
        return x


# %% in front
class Block(layers.Layer):
    def build(self, input_shape):
        shape = (1,) + input_shape[1:]  # LL414

    def call(self, x):
        return x


# %% around
class Block(layers.Layer):
    def build(self, input_shape):
        shape = (1,) + input_shape[1:-1] + (4,)  # LL414

    def call(self, x):
        return x


# %% a list
class Block(layers.Layer):
    def build(self, input_shape):
        shape = [1] + input_shape[1:]  # LL414

    def call(self, x):
        return x


# %% of one input
class Block(layers.Layer):
    def build(self, input_shape):
        shape = input_shape[0][1:] + (4,)  # LL414

    def call(self, x):
        return x
