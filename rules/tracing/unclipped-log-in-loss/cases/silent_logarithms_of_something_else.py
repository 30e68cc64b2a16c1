import tensorflow as tf
from tensorflow.keras import backend as K

# %% clipped first


def cross(y_true, y_pred):
    y_pred = K.clip(y_pred, K.epsilon(), 1 - K.epsilon())
    return -K.sum(y_true * K.log(y_pred), axis=-1)


# %% a little is added


def added(y_true, y_pred):
    return -K.sum(y_true * K.log(y_pred + 1e-7), axis=-1)


# %% clipped within the logarithm


def inside(y_true, y_pred):
    return -tf.reduce_sum(y_true * tf.math.log(tf.maximum(y_pred, 1e-7)), axis=-1)


# %% the logarithm of a ratio of sums, and one that nothing multiplies


def squared(y_true, y_pred):
    return tf.square(tf.math.log(y_true + 1.0) - tf.math.log(y_pred + 1.0))


def deviance(y_true, y_pred):
    return tf.math.log(y_pred) + y_true / y_pred


# %% a choice between clipped values


def focal(y_true, y_pred):
    clipped = K.clip(y_pred, 1e-7, 1 - 1e-7)
    right = tf.where(tf.equal(y_true, 1), clipped, 1 - clipped)
    return -K.mean((1 - right) ** 2 * K.log(right))
