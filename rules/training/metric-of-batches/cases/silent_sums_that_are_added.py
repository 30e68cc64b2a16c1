# %% what the ratio is of
import tensorflow as tf


class F1(tf.keras.metrics.Metric):
    def __init__(self, name="f1", **kwargs):
        super().__init__(name=name, **kwargs)
        self.hits = self.add_weight(name="hits", initializer="zeros")
        self.chosen = self.add_weight(name="chosen", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        guessed = tf.round(y_pred)
        self.hits.assign_add(tf.reduce_sum(y_true * guessed))
        self.chosen.assign_add(tf.reduce_sum(y_true) + tf.reduce_sum(guessed))

    def result(self):
        return 2 * self.hits / self.chosen

# %% a mean of the batch
import tensorflow as tf
from tensorflow import keras


class Gap(keras.metrics.Metric):
    def __init__(self, name="gap", **kwargs):
        super().__init__(name=name, **kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")
        self.batches = self.add_weight(name="batches", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.total.assign_add(tf.reduce_mean(tf.abs(y_true - y_pred)))
        self.batches.assign_add(1)

    def result(self):
        return self.total / self.batches

# %% a ratio of each sample
import tensorflow as tf
from tensorflow import keras


class Relative(keras.metrics.Metric):
    def __init__(self, name="relative", **kwargs):
        super().__init__(name=name, **kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")
        self.batches = self.add_weight(name="batches", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.total.assign_add(tf.reduce_mean(tf.abs(y_true - y_pred) / y_true))
        self.batches.assign_add(1)

    def result(self):
        return self.total / self.batches
