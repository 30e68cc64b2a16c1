import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

# %% weights of classes
def weighted(y_true, y_pred):
    bce = keras.losses.binary_crossentropy(y_true, y_pred)
    weight = y_true * 0.9 + (1.0 - y_true) * 0.1
    return K.mean(weight * bce)  # LL149


# %% an object
class Edges(keras.losses.Loss):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.pixels = keras.losses.BinaryCrossentropy(reduction="none")

    def call(self, y_true, y_pred):
        return tf.reduce_mean(self.pixels(y_true, y_pred) * (1.0 + 5.0 * y_true))  # LL149


# %% an object of the module, a mask
squared = tf.keras.losses.MeanSquaredError(reduction=tf.keras.losses.Reduction.NONE)


def known(y_true, y_pred):
    mask = tf.cast(tf.not_equal(y_true, 0.0), tf.float32)
    return tf.reduce_sum(squared(y_true, y_pred) * mask) / tf.reduce_sum(mask)  # LL149


# %% several factors
def focal(y_true, y_pred):
    y_true = tf.cast(y_true, y_pred.dtype)
    bce = tf.keras.losses.binary_crossentropy(y_true, y_pred)
    alpha = tf.where(tf.equal(y_true, 1.0), 0.75, 0.25)
    return 2.0 * alpha * bce  # LL149


# %% weights of predictions
def sure(y_true, y_pred):
    return keras.losses.mean_squared_error(y_true, y_pred) * tf.abs(y_pred - 0.5)  # LL149
