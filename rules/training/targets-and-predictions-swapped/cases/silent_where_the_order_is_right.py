import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

# %% the targets in front


def smooth(y_true, y_pred):
    return 0.9 * K.categorical_crossentropy(y_true, y_pred)


# %% by their names


def named(y_true, y_pred):
    return keras.losses.binary_crossentropy(y_pred=y_pred, y_true=y_true)


# %% a loss that is the same in both orders


def squared(y_true, y_pred):
    return keras.losses.mean_squared_error(y_pred, y_true) + tf.abs(y_pred - y_true)


# %% a function of the module, which may take them so


def mine(y_pred, y_true):
    return K.binary_crossentropy(y_true, y_pred)


def wrapped(y_true, y_pred):
    return mine(y_pred, y_true)


# %% other names


def reverse(p, q):
    return keras.losses.kl_divergence(q, p)

# %% evenly likely classes as targets, a penalty on certainty, predictions of another model

CLASSES = 10


def smoothed(y_true, y_pred):
    uniform = tf.ones_like(y_pred) / CLASSES
    return keras.losses.categorical_crossentropy(uniform, y_pred)


def certain(y_true, y_pred):
    return keras.losses.kl_divergence(y_pred, tf.ones_like(y_pred) / CLASSES)


def mutual(y_true, y_pred, other):
    others = tf.nn.softmax(other)
    return keras.losses.categorical_crossentropy(y_pred, others)


def weighted(y_true, y_pred):
    weights = tf.ones_like(y_pred) / tf.reduce_sum(y_true)
    return keras.losses.categorical_crossentropy(y_pred, weights)
