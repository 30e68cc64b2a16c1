import tensorflow as tf
from tensorflow import keras

# %% the size of the batch when the graph runs


class PerSample(keras.losses.Loss):
    def call(self, y_true, y_pred):
        total = tf.reduce_sum(tf.square(y_true - y_pred))
        return total / tf.cast(tf.shape(y_pred)[0], total.dtype)


# %% other axes


class Pixels(keras.losses.Loss):
    def call(self, y_true, y_pred):
        count = y_pred.shape[1] * y_pred.shape[2]
        return tf.reduce_sum(tf.square(y_true - y_pred), axis=(1, 2)) / count


def flat(y_true, y_pred):
    kept = tf.reshape(y_pred, (-1, y_pred.shape[1]))
    return tf.reduce_mean(tf.square(y_true - kept)) / y_pred.shape[-1]


def train(model):
    model.compile("adam", loss=flat)


# %% the size is asked for


def summed(y_true, y_pred):
    count = y_pred.shape[0]
    if count is None:
        count = tf.shape(y_pred)[0]
    return tf.reduce_sum(tf.square(y_true - y_pred)) / tf.cast(count, tf.float32)


def begin(model):
    model.compile("adam", loss=summed)


# %% nothing that Keras passes


def shared(y_true, y_pred):
    y_pred = tf.transpose(y_pred)
    centers = tf.constant([[0.0, 1.0], [2.0, 3.0]])
    return tf.reduce_sum(y_pred) / centers.shape[0] / y_pred.shape[0]


def prepare(model):
    model.compile("adam", loss=shared)
