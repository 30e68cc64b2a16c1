import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% made one
class Block(layers.Layer):
    def build(self, input_shape):
        input_shape = tf.TensorShape(input_shape)
        rank = input_shape.rank

    def call(self, x):
        return x


# %% another name
class Block(layers.Layer):
    def build(self, input_shape):
        shape = tf.TensorShape(input_shape).as_list()

    def call(self, x):
        return x


# %% asked before
class Block(layers.Layer):
    def build(self, input_shape):
        shape = input_shape.as_list() if hasattr(input_shape, 'as_list') else input_shape

    def call(self, x):
        return x


# %% a number
class Block(layers.Layer):
    def build(self, input_shape):
        size = input_shape[-1]

    def call(self, x):
        return x
