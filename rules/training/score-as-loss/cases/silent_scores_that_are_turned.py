import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

# %% one minus
def dice_loss(y_true, y_pred):
    both = K.sum(y_true * y_pred)
    return 1 - 2 * both / (K.sum(y_true) + K.sum(y_pred))


def compiled(model):
    model.compile("adam", loss=dice_loss)


# %% the negative
def dice_coef(y_true, y_pred):
    both = K.sum(y_true * y_pred)
    return 2 * both / (K.sum(y_true) + K.sum(y_pred))


def dice_coef_loss(y_true, y_pred):
    return -dice_coef(y_true, y_pred)


def compiled(model):
    model.compile("adam", loss=dice_coef_loss, metrics=[dice_coef])


# %% its logarithm
def log_loss(y_true, y_pred):
    both = K.sum(y_true * y_pred)
    return -K.log(2 * both / (K.sum(y_true) + K.sum(y_pred)))


# %% a score that others turn
def dice_loss(y_true, y_pred):
    both = K.sum(y_true * y_pred)
    return 2 * both / (K.sum(y_true) + K.sum(y_pred))


def loss(y_true, y_pred):
    return 1.0 - dice_loss(y_true, y_pred)


# %% a mean of errors that are weighed
def masked_loss(y_true, y_pred):
    mask = tf.cast(tf.not_equal(y_true, 0), y_pred.dtype)
    error = tf.square(y_true - y_pred)
    return tf.reduce_sum(error * mask) / tf.reduce_sum(mask)


# %% a crossentropy
def entropy_loss(y_true, y_pred):
    return -K.sum(y_true * K.log(y_pred + 1e-7)) / K.sum(y_true)


# %% the loss of a critic
def wasserstein_loss(y_true, y_pred):
    return K.mean(y_true * y_pred)


# %% a metric
def dice_coef(y_true, y_pred):
    both = K.sum(y_true * y_pred)
    return 2 * both / (K.sum(y_true) + K.sum(y_pred))


def compiled(model):
    model.compile("adam", loss="binary_crossentropy", metrics=[dice_coef])
