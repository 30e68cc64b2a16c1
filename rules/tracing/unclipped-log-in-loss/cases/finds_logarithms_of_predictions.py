import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K

# %% the crossentropy of several classes


def cross(y_true, y_pred):
    return -K.sum(y_true * K.log(y_pred), axis=-1)  # LL315


# %% a focal loss within a function


def focal(gamma=2.0):
    def loss(y_true, y_pred):
        right = tf.where(tf.equal(y_true, 1), y_pred, 1 - y_pred)
        return -tf.reduce_mean((1 - right) ** gamma * tf.math.log(right))  # LL315

    return loss


# %% a class


class Weighted(keras.losses.Loss):
    def __init__(self, weight=1.0, **kwargs):
        super().__init__(**kwargs)
        self.weight = weight

    def call(self, y_true, y_pred):
        missed = (1 - y_true) * keras.ops.log(1 - y_pred)  # LL315
        return -(self.weight * missed)

    def get_config(self):
        return {**super().get_config(), "weight": self.weight}


# %% the other class, by a name


def negative(y_true, y_pred):
    other = 1.0 - y_pred
    return -tf.reduce_sum((1.0 - y_true) * tf.math.log(other))  # LL315


# %% a choice whose rest is subtracted


def false_alarms(y_true, y_pred):
    wrong = tf.where(tf.equal(y_true, 0), y_pred, tf.zeros_like(y_pred))
    return -K.sum(K.pow(wrong, 2.0) * K.log(1.0 - wrong))  # LL315
