import os

# %% the module chooses TensorFlow
os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import tensorflow as tf


class Norm(keras.layers.Layer):
    def call(self, inputs):
        return tf.norm(inputs, axis=-1)


# %% the module chooses nothing
import jax
import keras
import tensorflow as tf


class Norm(keras.layers.Layer):
    def call(self, inputs):
        return tf.norm(inputs, axis=-1)


# %% data is prepared with TensorFlow on every backend
os.environ["KERAS_BACKEND"] = "jax"

import keras
import tensorflow as tf


class Norm(keras.layers.Layer):
    def call(self, inputs):
        return keras.ops.norm(inputs, axis=-1)


def pipeline(files):
    return tf.data.Dataset.from_tensor_slices(files).map(lambda x: tf.cast(x, tf.float32))


# %% it asks first
os.environ["KERAS_BACKEND"] = "jax"

import keras
import tensorflow as tf


class Norm(keras.layers.Layer):
    def call(self, inputs):
        if keras.backend.backend() == "tensorflow":
            return tf.norm(inputs, axis=-1)
        return keras.ops.norm(inputs, axis=-1)


# %% one of several choices
import sys

if "--jax" in sys.argv:
    os.environ["KERAS_BACKEND"] = "jax"

import keras
import tensorflow as tf


class Norm(keras.layers.Layer):
    def call(self, inputs):
        return tf.norm(inputs, axis=-1)


# %% a type of TensorFlow is no function of its tensors
os.environ["KERAS_BACKEND"] = "jax"

import keras
import tensorflow as tf


class Norm(keras.layers.Layer):
    def call(self, inputs):
        return keras.ops.cast(inputs, tf.float16.name)
