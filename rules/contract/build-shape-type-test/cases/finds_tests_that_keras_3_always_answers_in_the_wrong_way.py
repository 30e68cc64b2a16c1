import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


from collections.abc import Sequence


# %% list or tuple
class Block(layers.Layer):
    def build(self, input_shape):
        if isinstance(input_shape, (list, tuple)):  # LL413
            dim = input_shape[0][-1]
        else:
            dim = input_shape[-1]

    def call(self, x):
        return x


# %% a sequence
class Block(layers.Layer):
    def build(self, input_shape):
        if isinstance(input_shape, Sequence):  # LL413
            input_shape = input_shape[0]
        self.dim = input_shape[-1]

    def call(self, x):
        return x


# %% a TensorShape, or an error
class Block(layers.Layer):
    def build(self, input_shape):
        if not isinstance(input_shape, tf.TensorShape):  # LL413
            raise ValueError(input_shape)

    def call(self, x):
        return x


# %% a TensorShape, or several
class Block(layers.Layer):
    def build(self, input_shape):
        dim = input_shape[-1] if isinstance(input_shape, tf.TensorShape) else input_shape[0][-1]  # LL413

    def call(self, x):
        return x
