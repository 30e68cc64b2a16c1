import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

# %% the metric is the loss too
def dice_coef(y_true, y_pred):
    y_true = K.flatten(y_true)
    y_pred = K.flatten(y_pred)
    intersection = K.sum(y_true * y_pred)
    return (2.0 * intersection + 1.0) / (K.sum(y_true) + K.sum(y_pred) + 1.0)


def compiled(model):
    model.compile("adam", loss=dice_coef, metrics=[dice_coef])  # LL147


# %% a loss that forgets to turn the score
def dice_coef(y_true, y_pred):
    intersection = K.sum(y_true * y_pred, axis=[1, 2, 3])
    return K.mean(2.0 * intersection / (K.sum(y_true, axis=[1, 2, 3]) + K.sum(y_pred, axis=[1, 2, 3])))


def dice_loss(y_true, y_pred):
    return dice_coef(y_true, y_pred)  # LL147


# %% one of several terms
def total_loss(y_true, y_pred):
    both = tf.reduce_sum(tf.abs(y_true * y_pred), axis=-1)
    dice = 2.0 * both / (tf.reduce_sum(y_true, -1) + tf.reduce_sum(tf.square(y_pred), -1) + 1e-7)
    return keras.losses.binary_crossentropy(y_true, y_pred) + dice


def compiled(model):
    model.compile("adam", loss=total_loss)  # LL147


# %% a class of losses
class Jaccard(keras.losses.Loss):
    def call(self, y_true, y_pred):
        both = tf.reduce_sum(tf.multiply(y_true, y_pred))
        either = tf.reduce_sum(y_true) + tf.reduce_sum(y_pred) - both
        return both / either  # LL147


# %% likeness of images
def ssim_loss(y_true, y_pred):
    return tf.reduce_mean(tf.image.ssim(y_true, y_pred, max_val=1.0))  # LL147


# %% a loss of a factory
def make_loss(smooth):
    def compare(y_true, y_pred):
        hits = K.sum(y_true * y_pred)
        return (hits + smooth) / (K.sum(y_true) + smooth)  # LL147

    return compare
