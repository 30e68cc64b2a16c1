import tensorflow as tf
from tensorflow import keras


class Hits(keras.metrics.Metric):
    """Counts the positive samples that were found."""

    def __init__(self, name="hits", **kwargs):
        super().__init__(name=name, **kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        found = tf.logical_and(tf.cast(y_true, tf.bool), tf.cast(y_pred, tf.bool))
        self.total.assign_add(tf.reduce_sum(tf.cast(found, self.dtype)))

    def result(self):
        return self.total
