# %% a comparison
import tensorflow as tf


def hits(y_true, y_pred):
    return tf.equal(y_pred > 0.5, tf.cast(y_true, tf.bool))


def prepare(model):
    model.compile("adam", "mse", metrics=[hits])

# %% rounded before
import tensorflow as tf
from tensorflow import keras


class Hits(keras.metrics.Metric):
    def update_state(self, y_true, y_pred, sample_weight=None):
        y_pred = y_pred >= 0.5
        self.found = tf.cast(y_pred, tf.bool)


# %% no predictions: which rows the metric is of
class Sliced(keras.metrics.Mean):
    def update_state(self, values, is_treatment, sample_weight=None):
        treated = tf.reshape(tf.cast(is_treatment, tf.bool), [-1])
        return super().update_state(tf.boolean_mask(values, treated))
