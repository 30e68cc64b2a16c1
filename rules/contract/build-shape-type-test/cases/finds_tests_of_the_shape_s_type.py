import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% isinstance
class Block(layers.Layer):
    def build(self, input_shape):
        if isinstance(input_shape, list):  # LL413
            input_shape = input_shape[0]

    def call(self, x):
        return x


# %% a tuple
class Block(layers.Layer):
    def build(self, input_shape):
        if not isinstance(input_shape, tuple):  # LL413
            input_shape = input_shape[0]

    def call(self, x):
        return x


# %% type
class Block(layers.Layer):
    def build(self, input_shape):
        if type(input_shape) == list:  # LL413
            input_shape = input_shape[0]

    def call(self, x):
        return x


# %% equality
class Block(layers.Layer):
    def build(self, input_shape):
        if input_shape == (None, 4):  # LL413
            self.small = True

    def call(self, x):
        return x


# %% an assertion
class Block(layers.Layer):
    def build(self, input_shape):
        assert isinstance(input_shape, tuple)  # LL413

    def call(self, x):
        return x


# %% as many entries as the shape of one input has numbers
class Block(layers.Layer):
    def build(self, input_shape):
        if isinstance(input_shape, list) and len(input_shape) == 4: pass  # LL413

    def call(self, x):
        return x
