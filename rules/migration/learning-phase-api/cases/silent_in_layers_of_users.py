# %% the argument
import keras


class Scaled(keras.layers.Layer):
    def call(self, x, training=None):
        return 2.0 * x if training else x


# %% a function of that name of its own
import tensorflow as tf


def learning_phase(step):
    return tf.minimum(step / 1000.0, 1.0)


class Curriculum(tf.keras.layers.Layer):
    def call(self, x, step):
        return x * learning_phase(step)


# %% behind a test of the version
import tensorflow as tf
from tensorflow import keras


class Compatible(keras.layers.Layer):
    def call(self, x, training=None):
        if keras.__version__.startswith("2.") and training is None:
            training = keras.backend.learning_phase()
        return tf.nn.relu(x) if training else x


# %% a backend that is not that of Keras
import keras
from project import backend


class Mode(keras.layers.Layer):
    def call(self, x):
        return x * 2 if backend.learning_phase() else x
