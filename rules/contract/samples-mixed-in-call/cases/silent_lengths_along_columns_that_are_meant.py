# %% the length of each sample
import tensorflow as tf


def far(y_true, y_pred):
    return tf.sqrt(tf.reduce_sum(tf.square(y_true - y_pred), axis=-1))


net = tf.keras.Sequential([tf.keras.layers.Dense(3)])
net.compile("adam", loss=far)


# %% the error of each column
import tensorflow as tf


def columns(y_true, y_pred):
    return tf.reduce_mean(tf.sqrt(tf.reduce_mean(tf.square(y_true - y_pred), axis=0)))


net = tf.keras.Sequential([tf.keras.layers.Dense(3)])
net.compile("adam", loss=columns)


# %% a correlation of columns
import tensorflow as tf


def correlation(y_true, y_pred):
    true = y_true - tf.reduce_mean(y_true, axis=0)
    predicted = y_pred - tf.reduce_mean(y_pred, axis=0)
    true, predicted = tf.nn.l2_normalize(true, 0), tf.nn.l2_normalize(predicted, 0)
    return 1.0 - tf.reduce_sum(true * predicted, axis=0)


net = tf.keras.Sequential([tf.keras.layers.Dense(3)])
net.compile("adam", loss=correlation)


# %% columns that are compared with columns
import tensorflow as tf


class Twins(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        first = tf.math.l2_normalize(y_true, axis=0)
        second = tf.math.l2_normalize(y_pred, axis=0)
        alike = tf.matmul(first, second, transpose_a=True)
        return tf.reduce_sum(tf.square(alike - tf.eye(4)))


# %% steps of one sample
import tensorflow as tf


def way(y_true, y_pred):
    y_true = y_true[0]
    y_pred = y_pred[0]
    return tf.sqrt(tf.reduce_sum(tf.square(y_true - y_pred), axis=0))


net = tf.keras.Sequential([tf.keras.layers.Dense(3)])
net.compile("adam", loss=way)


# %% no loss that Keras runs
import tensorflow as tf


def spread(y_true, y_pred):
    return tf.norm(y_true - y_pred, axis=0)


net = tf.keras.Sequential([tf.keras.layers.Dense(3)])
net.compile("adam", loss="mse")


# %% columns of a weight
import tensorflow as tf


class Unit(tf.keras.layers.Layer):
    def build(self, shape):
        self.kernel = self.add_weight(name="kernel", shape=(shape[-1], 4))

    def call(self, inputs):
        return inputs @ tf.math.l2_normalize(self.kernel, axis=0)
