# %% bounds inside
import tensorflow as tf


def rotation(y_true, y_pred):
    along = tf.reduce_sum(y_true * y_pred, axis=1)
    return 2 * tf.math.acos(tf.clip_by_value(along, -1.0 + 1e-7, 1.0 - 1e-7))

# %% a metric, which nothing is trained by
import tensorflow as tf
from tensorflow import keras


def angle(target, given):
    along = tf.reduce_sum(target * given, axis=1)
    return tf.math.acos(tf.clip_by_value(along, -1.0, 1.0))


def prepare(model):
    model.compile("adam", "mse", metrics=[angle])
