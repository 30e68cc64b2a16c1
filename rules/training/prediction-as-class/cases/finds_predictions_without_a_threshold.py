# %% a function among the metrics
import tensorflow as tf

layers = tf.keras.layers


def hits(y_true, y_pred):
    said = tf.cast(y_pred, "bool")  # LL139
    return tf.cast(tf.equal(said, tf.cast(y_true, "bool")), "float32")


def prepare(model):
    model.compile("adam", "mse", metrics=[hits])

# %% with keras.ops
import keras
from keras import ops


class Hits(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        found = ops.logical_and(ops.cast(y_true, "bool"), ops.cast(y_pred, "bool"))  # LL139
        self.total.assign_add(ops.sum(ops.cast(found, "float32")))

    def result(self):
        return self.total
