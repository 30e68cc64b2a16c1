import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% the entries tell
class Block(layers.Layer):
    def build(self, input_shape):
        if isinstance(input_shape, (list, tuple)) and isinstance(input_shape[0], (list, tuple)):
            input_shape = input_shape[0]

    def call(self, x):
        return x


# %% what is done with a tuple fits it
class Block(layers.Layer):
    def build(self, input_shape):
        if isinstance(input_shape, (list, tuple)):
            dim = input_shape[-1]
        else:
            dim = input_shape.as_list()[-1]

    def call(self, x):
        return x


# %% a conversion
class Block(layers.Layer):
    def build(self, input_shape):
        if not isinstance(input_shape, tf.TensorShape):
            input_shape = tf.TensorShape(input_shape)

    def call(self, x):
        return x


# %% an error that a tuple is spared
class Block(layers.Layer):
    def build(self, input_shape):
        if not isinstance(input_shape, (list, tuple)):
            raise ValueError(input_shape)

    def call(self, x):
        return x
