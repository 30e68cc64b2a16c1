import tensorflow as tf
from tensorflow import keras

# %% in their order

entropy = keras.losses.BinaryCrossentropy(from_logits=True)
square = keras.losses.MeanSquaredError()


def discriminator_loss(real, fake):
    return entropy(tf.ones_like(real), real) + entropy(tf.zeros_like(fake), fake)


# %% one in which both are the same


def distance(real):
    return square(real, tf.ones_like(real))


# %% made like another


def other(target, prediction):
    return entropy(target, tf.zeros_like(prediction) + prediction)
