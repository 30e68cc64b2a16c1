# %% the loop calls the loss itself
import tensorflow as tf


def weighted_error(y_true, y_pred, sample_weight=None):
    error = tf.square(y_true - y_pred)
    return error if sample_weight is None else error * sample_weight


def step(model, x, y, weight):
    model.compile("adam", loss=weighted_error)
    return weighted_error(y, model(x), weight)

# %% another parameter with a default
from keras import ops


def huber(y_true, y_pred, delta=1.0):
    error = ops.abs(y_true - y_pred)
    return ops.where(error < delta, 0.5 * error**2, delta * (error - 0.5 * delta))


def prepare(model):
    model.compile("adam", loss=huber)

# %% a class, which is given the weights
import keras


class Hits(keras.metrics.Mean):
    def update_state(self, y_true, y_pred, sample_weight=None):
        return super().update_state(y_true == y_pred, sample_weight=sample_weight)


def prepare(model):
    model.compile("adam", "mse", metrics=[Hits()])
