# %% soft counts
import tensorflow as tf


class EntropyAndF1(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        entropy = tf.keras.losses.binary_crossentropy(y_true, y_pred)
        right = tf.reduce_sum(y_true * y_pred, -1)
        f1 = 2 * right / (tf.reduce_sum(y_true, -1) + tf.reduce_sum(y_pred, -1) + 1e-6)
        return entropy + 0.5 * (1 - f1)

# %% a cut that weighs a term
import tensorflow as tf


class Asymmetric(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        below = tf.cast(y_pred < y_true, tf.float32)
        error = tf.square(y_true - y_pred)
        return error + 2.0 * below * error

# %% stopped on purpose
import tensorflow as tf


def loss(y_true, y_pred):
    hard = y_pred + tf.stop_gradient(tf.round(y_pred) - y_pred)
    return tf.square(y_true - hard) + tf.stop_gradient(y_pred) * 0.1


def prepare(model):
    model.compile("adam", loss=loss)

# %% a term of the targets alone
import tensorflow as tf


def loss(y_true, y_pred):
    return tf.square(y_true - y_pred) + tf.cast(y_true > 0.5, tf.float32)


def prepare(model):
    model.compile("adam", loss=loss)
