# %% twins
import tensorflow as tf
from tensorflow.keras import layers


def distance(pair):
    left, right = pair
    return tf.sqrt(tf.reduce_sum(tf.square(left - right), axis=1, keepdims=True))  # LL312


def twins(a, b):
    return layers.Lambda(distance)([a, b])

# %% by parts
from tensorflow.keras import backend as K
from tensorflow.keras.layers import Lambda


def distance(pair):
    total = K.sum(K.square(pair[0] - pair[1]), axis=1)
    return K.sqrt(total)  # LL312


gap = Lambda(distance)

# %% triplets in a loss
import tensorflow as tf


def triplet_loss(y_true, y_pred):
    anchor, near, far = y_pred[:, :8], y_pred[:, 8:16], y_pred[:, 16:]
    close = tf.sqrt(tf.reduce_sum((anchor - near) ** 2, -1))  # LL312
    wide = tf.sqrt(tf.reduce_sum((anchor - far) ** 2, -1) + 1e-7)
    return tf.maximum(close - wide + 1.0, 0.0)

# %% a layer
import keras
from keras import ops


class Distance(keras.layers.Layer):
    def call(self, pair):
        left, right = pair
        return ops.sqrt(ops.sum(ops.square(ops.relu(left) - ops.relu(right)), axis=-1))  # LL312


# %% a norm, and parts of the predictions that are unpacked
import tensorflow as tf


class TripletLoss(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        anchor, same, other = tf.unstack(y_pred, num=3, axis=1)
        near = tf.norm(anchor - same, axis=-1)  # LL312
        far = tf.norm(anchor - other, ord=2, axis=-1)  # LL312
        return tf.maximum(near - far + 0.5, 0.0)


class Distances(tf.keras.layers.Layer):
    def call(self, x):
        return tf.norm(x[:, :, None] - x[:, None], axis=-1)  # LL312
