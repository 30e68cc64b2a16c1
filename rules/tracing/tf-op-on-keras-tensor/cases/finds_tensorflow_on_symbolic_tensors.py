import random

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% an input
inputs = keras.Input((4,))
outputs = tf.nn.relu(inputs)  # here  # LL309


# %% behind layers
def make():
    inputs = layers.Input(shape=(4,))
    x = layers.Dense(3)(inputs)
    dense = layers.Dense(3)
    y = dense(x)
    return keras.Model(inputs, tf.concat([x, y], axis=-1))  # here  # LL309


# %% in a function that is called
def squeeze(x):
    return tf.squeeze(x, axis=1)  # here  # LL309


def make():
    inputs = keras.Input((1, 4))
    return keras.Model(inputs, squeeze(inputs))


# %% in a block
def block(x, filters):
    y = layers.Conv2D(filters, 3, padding="same")(x)
    return tf.nn.relu(y)  # here  # LL309


# %% the output of a model
def head():
    base = keras.applications.ResNet50(include_top=False)
    x = tf.reduce_mean(base.output, axis=[1, 2])  # here  # LL309
    return keras.Model(base.input, layers.Dense(2)(x))


# %% the old backend
inputs = keras.Input((4,))
outputs = tf.keras.backend.mean(inputs, axis=1)  # here  # LL309


# %% after operators
inputs = keras.Input((4,))
outputs = tf.exp(2.0 * inputs[:, :2])  # here  # LL309
