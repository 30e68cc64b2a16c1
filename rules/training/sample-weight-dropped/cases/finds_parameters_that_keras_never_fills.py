# %% a loss that weights the errors itself
import tensorflow as tf


def weighted_error(y_true, y_pred, sample_weight=None):  # LL127
    error = tf.square(y_true - y_pred)
    if sample_weight is not None:
        error = error * sample_weight
    return tf.reduce_mean(error, axis=-1)


def prepare(model):
    model.compile("adam", loss=weighted_error)

# %% a metric that does
from keras import ops


def hits(y_true, y_pred, sample_weight=None):  # LL127
    found = ops.cast(ops.equal(y_true, ops.round(y_pred)), "float32")
    return found if sample_weight is None else found * sample_weight


def prepare(model):
    model.compile("adam", "mse", metrics=[hits])
