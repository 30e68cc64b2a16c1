import tensorflow as tf
from tensorflow.keras import backend as K

# %% made with something of the model


def with_penalty(code, scale=0.1):
    def loss(y_true, y_pred):
        wrong = K.cast(K.not_equal(y_true, K.round(y_pred)), "float32")
        return K.mean(wrong, axis=-1) + scale * K.sum(K.square(code))

    return loss


def train(model):
    model.compile("adam", loss=with_penalty(model.layers[1].output))


# %% made with what is not seen


def scaled(amount):
    def loss(y_true, y_pred):
        return amount * K.mean(K.round(y_pred) - y_true, axis=-1)

    return loss


def begin(model, amount):
    model.compile("adam", loss=scaled(amount))


# %% soft counts, and a metric with hard ones


def dice(smooth=1.0, hard=False):
    def score(y_true, y_pred):
        hits = tf.reduce_sum(y_true * y_pred, axis=-1)
        return 1 - (2 * hits + smooth) / (tf.reduce_sum(y_true + y_pred, axis=-1) + smooth)

    return score


def rounded():
    def score(y_true, y_pred):
        return dice()(y_true, tf.round(y_pred))

    return score


def prepare(model):
    model.compile("adam", loss=dice(), metrics=[rounded()])


# %% the method gives the gradient another way


class Trainer:
    def __init__(self, model):
        self.model = model
        self.model.compile("adam", loss=[self.loss, "mse"])

    def loss(self, y_true, y_pred):
        hard = y_pred + tf.stop_gradient(tf.sign(y_pred) - y_pred)
        return tf.reduce_mean(tf.abs(y_true - hard), axis=-1)
