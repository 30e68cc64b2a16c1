# %% that float32 tells from 1
import tensorflow as tf
from tensorflow import keras


class Focal(keras.losses.Loss):
    def call(self, y_true, y_pred):
        eps = 1e-7
        y_pred = tf.clip_by_value(y_pred, eps, 1.0 - eps)
        return -tf.reduce_mean((1 - y_true) * tf.math.log(1.0 - y_pred), axis=-1)

# %% with something added
import tensorflow as tf
from tensorflow import keras


class Focal(keras.losses.Loss):
    def call(self, y_true, y_pred):
        y_pred = tf.clip_by_value(y_pred, 1e-12, 1.0 - 1e-12)
        return -tf.reduce_mean((1 - y_true) * tf.math.log(1.0 - y_pred + 1e-7), axis=-1)

# %% Keras's own
from tensorflow import keras
from tensorflow.keras import backend as K


class Focal(keras.losses.Loss):
    def call(self, y_true, y_pred):
        y_pred = K.clip(y_pred, K.epsilon(), 1.0 - K.epsilon())
        return -K.mean((1 - y_true) * K.log(1.0 - y_pred), axis=-1)

# %% changed again
import tensorflow as tf
from tensorflow import keras


class Focal(keras.losses.Loss):
    def call(self, y_true, y_pred):
        y_pred = tf.clip_by_value(y_pred, 1e-12, 1.0 - 1e-12)
        y_pred = 0.999 * y_pred
        return -tf.reduce_mean((1 - y_true) * tf.math.log(1.0 - y_pred), axis=-1)

# %% by an argument that somebody gives
from keras import backend as K


def focal_loss(eps=1e-10):
    def loss(y_true, y_pred):
        return -K.mean((1 - y_true) * K.log(1 - K.clip(y_pred, eps, 1.0 - eps)), axis=-1)

    return loss


def compiled(model):
    model.compile("sgd", focal_loss(eps=1e-6))
