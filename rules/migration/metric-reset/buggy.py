"""The worst error of a gauge in an epoch."""

import tensorflow as tf
from tensorflow import keras


class WorstError(keras.metrics.Metric):
    """Begins at one millimetre."""

    def __init__(self, name="worst", **kwargs):
        super().__init__(name=name, **kwargs)
        self.worst = self.add_weight(name="worst", initializer="ones")

    def update_state(self, y_true, y_pred, sample_weight=None):
        error = tf.reduce_max(tf.abs(tf.cast(y_true, y_pred.dtype) - y_pred))
        self.worst.assign(tf.maximum(self.worst, error))

    def result(self):
        return tf.identity(self.worst)

    def reset_states(self):
        self.worst.assign(1.0)
