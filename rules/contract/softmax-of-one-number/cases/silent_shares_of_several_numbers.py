import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

# %% another axis

inputs = keras.Input((7, 3))
scores = layers.Dense(1)(inputs)
share = layers.Softmax(axis=1)(scores)
also = tf.nn.softmax(scores, axis=1)
too = tf.nn.softmax(scores, 1)

# %% the axis of one number is taken away

flat = layers.Flatten()(layers.Dense(1)(inputs))
share = layers.Activation("softmax")(flat)

# %% two units, or as many as somebody says


def head(classes):
    return layers.Dense(2, activation="softmax"), layers.Dense(classes, activation="softmax")


# %% one unit, and another activation

out = layers.Dense(1, activation="sigmoid")

# %% maps of one channel, with the channels in front

conv = layers.Conv2D(1, 3, activation="softmax", data_format="channels_first")

# %% the name stands for two layers


def gate(deep, x):
    score = layers.Dense(1) if deep else layers.Dense(4)
    return tf.nn.softmax(score(x))
