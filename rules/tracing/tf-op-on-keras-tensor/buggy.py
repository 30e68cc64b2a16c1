"""Averages token features before the classifier."""

import tensorflow as tf
from tensorflow import keras


def classifier(steps=6, features=4, classes=3):
    inputs = keras.Input((steps, features))
    x = keras.layers.Dense(8, activation="relu")(inputs)
    x = tf.reduce_mean(x, axis=1)
    return keras.Model(inputs, keras.layers.Dense(classes)(x))
