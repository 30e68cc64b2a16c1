# Run on JAX: each of these raises AttributeError as soon as a functional model is built.
import os

# %% an environment that is set at the top, with `keras`
os.environ["KERAS_BACKEND"] = "jax"

import keras
import tensorflow as tf


class Norm(keras.layers.Layer):
    def call(self, inputs):
        return tf.norm(inputs, axis=-1)  # LL801


# %% a default for the environment, several functions of TensorFlow
os.environ.setdefault("KERAS_BACKEND", "jax")

import keras
import tensorflow as tf


class Norm(keras.layers.Layer):
    def call(self, inputs):
        squares = tf.square(inputs)  # LL801
        return tf.sqrt(tf.reduce_sum(squares, -1))


# %% chosen with a function, in a method that `call` runs
import keras
import tensorflow as tf

keras.config.set_backend("jax")


class Norm(keras.layers.Layer):
    def call(self, inputs):
        return self.length(inputs)

    def length(self, vectors):
        return tf.norm(vectors, axis=-1)  # LL801


# %% a model, a name imported from TensorFlow
os.environ["KERAS_BACKEND"] = "jax"

from keras import Model, layers
from tensorflow import nn


class Net(Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.out = layers.Dense(3)

    def call(self, inputs):
        return nn.leaky_relu(self.out(inputs))  # LL801
