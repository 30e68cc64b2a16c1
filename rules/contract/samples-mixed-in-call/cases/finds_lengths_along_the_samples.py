# %% the root of a sum, in a method
from tensorflow.keras import backend as K
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Model


class Embedding2D:
    def __init__(self):
        inputs = Input((8,))
        self.model = Model(inputs, Dense(4)(inputs))
        self.model.compile(optimizer="sgd", loss=self.distance)

    def distance(self, y_true, y_pred):
        return K.sqrt(K.sum(K.square(y_true - y_pred), axis=0))  # LL434


# %% by names, with a small number
import tensorflow as tf


def far(target, guess):
    gap = guess - target
    total = tf.reduce_sum(gap**2, axis=0)
    return tf.reduce_mean(tf.sqrt(total + 1e-8))  # LL434


net = tf.keras.Sequential([tf.keras.layers.Dense(3)])
net.compile("adam", loss=far)


# %% a norm
import tensorflow as tf


class Far(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        return tf.norm(y_true - y_pred, axis=0)  # LL434


# %% a cosine of what has unit length along the samples
import tensorflow as tf


def cosine(y_true, y_pred):
    y_true = tf.nn.l2_normalize(y_true, 0)  # LL434
    y_pred = tf.nn.l2_normalize(y_pred, 0)  # LL434
    return -tf.reduce_sum(y_true * y_pred, axis=-1)


net = tf.keras.Sequential([tf.keras.layers.Dense(3)])
net.compile("adam", loss=cosine)


# %% a maximum under the root
import keras
from keras import ops


def far(y_true, y_pred):
    squares = ops.square(ops.subtract(y_true, y_pred))
    return ops.sqrt(ops.maximum(ops.sum(squares, axis=0), keras.config.epsilon()))  # LL434


net = keras.Sequential([keras.layers.Dense(3)])
net.compile(optimizer="adam", loss=far)


# %% unit lengths in a layer
import tensorflow as tf


class Unit(tf.keras.layers.Layer):
    def call(self, inputs):
        return tf.math.l2_normalize(inputs, axis=0)  # LL434
