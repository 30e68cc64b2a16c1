import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

# %% a column
def weighted(y_true, y_pred):
    bce = keras.losses.binary_crossentropy(y_true, y_pred)
    return K.mean((1.0 + 9.0 * y_true[:, 0]) * bce)


# %% all axes, by the backend
def weighted(y_true, y_pred):
    bce = K.binary_crossentropy(y_true, y_pred)
    return K.mean((1.0 + 9.0 * y_true) * bce)


# %% the axis is put back
def weighted(y_true, y_pred):
    bce = keras.losses.binary_crossentropy(y_true, y_pred)
    bce = tf.expand_dims(bce, -1)
    return K.mean((1.0 + 9.0 * y_true) * bce)


# %% one number
def weighted(y_true, y_pred):
    y_true = K.flatten(y_true)
    y_pred = K.flatten(y_pred)
    return keras.losses.binary_crossentropy(y_true, y_pred) * (1.0 + 9.0 * y_true)


# %% one number, of an object with its usual reduction
entropy = keras.losses.BinaryCrossentropy()


def weighted(y_true, y_pred):
    return entropy(y_true, y_pred) * (1.0 + 9.0 * y_true)


# %% a sum over the classes
def weighted(y_true, y_pred):
    weight = tf.reduce_sum(y_true * [0.1, 0.9], axis=-1)
    return keras.losses.binary_crossentropy(y_true, y_pred) * weight


# %% labels that have no such axis
entropy = keras.losses.SparseCategoricalCrossentropy(reduction="none")


def masked(y_true, y_pred):
    mask = tf.cast(tf.not_equal(y_true, 0), tf.float32)
    return entropy(y_true, y_pred) * mask
