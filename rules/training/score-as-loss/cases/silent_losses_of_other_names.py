import tensorflow as tf
from tensorflow import keras

# %% what is missing to 1

entropy = keras.losses.BinaryCrossentropy()


def dice(target, prediction):
    both = tf.reduce_sum(target * prediction)
    return 2.0 * both / (tf.reduce_sum(target) + tf.reduce_sum(prediction))


def total_loss(mask, prediction):
    return entropy(mask, prediction) + (1.0 - dice(mask, prediction))


# %% turned round where it is used


def dice_loss(mask, prediction):
    both = tf.reduce_sum(mask * prediction)
    return 2.0 * both / (tf.reduce_sum(mask) + tf.reduce_sum(prediction))


def objective(mask, prediction):
    return -dice_loss(mask, prediction)
