import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% both types
class Block(layers.Layer):
    def build(self, input_shape):
        if isinstance(input_shape, (list, tuple)): size = len(input_shape)

    def call(self, x):
        return x


# %% the first entry too
class Block(layers.Layer):
    def build(self, input_shape):
        if isinstance(input_shape, list) and isinstance(input_shape[0], tuple): pass

    def call(self, x):
        return x


# %% insisting on several
class Block(layers.Layer):
    def build(self, input_shape):
        if not isinstance(input_shape, list):
            raise ValueError("several inputs are needed")

    def call(self, x):
        return x


# %% converting
class Block(layers.Layer):
    def build(self, input_shape):
        if isinstance(input_shape, list):
            input_shape = tuple(input_shape)

    def call(self, x):
        return x


# %% converted before
class Block(layers.Layer):
    def build(self, input_shape):
        input_shape = tuple(input_shape)
        if isinstance(input_shape, list):
            input_shape = input_shape[0]

    def call(self, x):
        return x


# %% a TensorShape
class Block(layers.Layer):
    def build(self, input_shape):
        if isinstance(input_shape, tf.TensorShape): pass

    def call(self, x):
        return x


# %% another list
class Block(layers.Layer):
    def build(self, input_shape):
        if isinstance(self.units, list): pass

    def call(self, x):
        return x


# %% two of them: the shape of one input has more numbers
class Block(layers.Layer):
    def build(self, input_shape):
        if isinstance(input_shape, list) and len(input_shape) == 2: pass

    def call(self, x):
        return x


# %% it only decides whether the shape is converted
class Block(layers.Layer):
    def build(self, input_shape):
        sizes = list(input_shape) if isinstance(input_shape, tuple) else input_shape
        self.channels = sizes[-1]

    def call(self, x):
        return x * self.channels
