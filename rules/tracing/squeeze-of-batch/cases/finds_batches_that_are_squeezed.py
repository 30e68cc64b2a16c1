# %% a layer
import keras
from keras import ops


class Pool(keras.layers.Layer):
    def call(self, x):
        scores = ops.mean(x, axis=-1, keepdims=True)
        return ops.softmax(ops.squeeze(scores))  # LL316

# %% a metric
import tensorflow as tf


class Hits(tf.keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true = tf.squeeze(y_true)  # LL316
        self.total.assign_add(tf.reduce_sum(y_true[:, None] * y_pred))

    def result(self):
        return self.total

# %% a loss
import tensorflow as tf


def error(y_true, y_pred):
    return tf.square(y_true - tf.squeeze(y_pred))  # LL316


def prepare(model):
    model.compile("adam", loss=error)

# %% a loss class
import keras
from keras import ops


class Error(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return ops.square(ops.squeeze(y_true) - y_pred[:, 0])  # LL316
