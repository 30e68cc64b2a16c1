import tensorflow as tf


def weighted(y_true, y_pred):
    first = 5.0 * y_true * tf.math.log(y_pred)
    second = (1.0 - y_true) * tf.math.log(1.0 - y_pred)
    return -tf.reduce_mean(first + second, axis=-1)
