# %% the first of all
import keras
import tensorflow as tf


def attend(queries, keys):
    scores = tf.matmul(keras.layers.Dense(8)(queries), keys)  # LL309
    scores = tf.nn.softmax(scores)
    return tf.reduce_sum(scores, axis=-1)


# %% each function of its own
import keras
import tensorflow as tf


def first(x):
    return tf.nn.relu(keras.layers.Dense(8)(x))  # LL309


def second(x):
    return tf.nn.relu(keras.layers.Dense(8)(x))  # LL309


# %% where the first version is asked for one thing only
import tensorflow as tf
from tensorflow import keras

tf.compat.v1.logging.set_verbosity(tf.compat.v1.logging.ERROR)


def model():
    inputs = keras.Input((8,))
    return keras.Model(inputs, tf.nn.relu(inputs))  # LL309


# %% the first version, and no graph of it
import tensorflow.compat.v1 as tf
from tensorflow import keras


def model():
    inputs = keras.Input((8,))
    return keras.Model(inputs, tf.nn.relu(inputs))  # LL309
