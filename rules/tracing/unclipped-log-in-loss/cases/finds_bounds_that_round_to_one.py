# %% by a name
import tensorflow as tf
from tensorflow import keras


def focal(y_true, y_pred):
    eps = 1e-12
    y_pred = tf.clip_by_value(y_pred, eps, 1.0 - eps)
    hit = -y_true * tf.math.log(y_pred)
    miss = -(1.0 - y_true) * tf.math.log(1.0 - y_pred)  # LL315
    return tf.reduce_mean(hit + miss, axis=-1)


class Focal(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return focal(y_true, y_pred)

# %% by keywords
from keras import backend as K


def crossentropy(y_true, y_pred):
    p = K.clip(y_pred, min_value=1e-8, max_value=1 - 1e-8)
    return -K.mean(y_true * K.log(p) + (1 - y_true) * K.log(1 - p), axis=-1)  # LL315

# %% a constant of the module
import tensorflow as tf
import keras

SMALL = 1e-10


class Loss(keras.losses.Loss):
    def call(self, y_true, y_pred):
        p = tf.clip_by_value(y_pred, SMALL, 1 - SMALL)
        return -tf.reduce_mean((1 - y_true) * tf.math.log(1 - p), axis=-1)  # LL315

# %% on the spot, by a default that nobody changes
from keras import backend as K


def focal_loss(gamma=2.0, eps=1e-10):
    def loss(y_true, y_pred):
        miss = (1 - y_true) * K.log(1 - K.clip(y_pred, eps, 1.0 - eps))  # LL315
        return -K.mean(miss * y_pred**gamma, axis=-1)

    return loss


def compiled(model):
    model.compile("sgd", focal_loss(gamma=1.0))
