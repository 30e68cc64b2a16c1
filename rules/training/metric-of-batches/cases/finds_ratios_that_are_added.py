# %% the mean of ratios
import tensorflow as tf


class F1(tf.keras.metrics.Metric):
    def __init__(self, name="f1", **kwargs):
        super().__init__(name=name, **kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")
        self.count = self.add_weight(name="count", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        hits = tf.reduce_sum(y_true * tf.round(y_pred))
        chosen = tf.reduce_sum(y_true) + tf.reduce_sum(tf.round(y_pred))
        self.total.assign_add(2.0 * hits / (chosen + 1e-7))  # LL136
        self.count.assign_add(1.0)

    def result(self):
        return self.total / self.count

# %% the mean of roots
import tensorflow as tf
from tensorflow import keras


class Rmse(keras.metrics.Metric):
    def __init__(self, name="rmse", **kwargs):
        super().__init__(name=name, **kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")
        self.batches = self.add_weight(name="batches", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        root = tf.sqrt(tf.reduce_mean(tf.square(y_true - y_pred)))
        self.total.assign_add(root)  # LL136
        self.batches.assign_add(1)

    def result(self):
        return self.total / self.batches
