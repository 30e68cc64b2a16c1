# %% a term of a loss class
import tensorflow as tf


class EntropyAndF1(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        entropy = tf.keras.losses.binary_crossentropy(y_true, y_pred)
        hard = tf.round(y_pred)  # LL223
        right = tf.reduce_sum(y_true * hard, -1)
        f1 = 2 * right / (tf.reduce_sum(y_true, -1) + tf.reduce_sum(hard, -1) + 1e-6)
        return entropy + 0.5 * (1 - f1)

# %% a class without any way
import keras
from keras import ops


class Misses(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return ops.mean(ops.cast(ops.not_equal(y_true, ops.round(y_pred)), "float32"), -1)  # LL223

# %% a term of a function
import tensorflow as tf


def loss(y_true, y_pred):
    error = tf.reduce_mean(tf.square(y_true - y_pred), -1)
    return error + 0.1 * tf.reduce_mean(tf.cast(y_pred > 0.5, tf.float32), -1)  # LL223


def prepare(model):
    model.compile("adam", loss=loss)
