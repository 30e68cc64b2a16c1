import tensorflow as tf
from tensorflow import keras

# %% a mask and a prediction

entropy = keras.losses.BinaryCrossentropy()


def dice(target, prediction):
    both = tf.reduce_sum(target * prediction)
    return 2.0 * both / (tf.reduce_sum(target) + tf.reduce_sum(prediction))


def total_loss(mask, prediction):
    return entropy(mask, prediction) + dice(mask, prediction)  # LL147
