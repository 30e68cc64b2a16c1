import tensorflow as tf
from tensorflow import keras


# %% a loss
class Far(keras.losses.Loss):
    def __init__(self, scale):  # LL401
        self.scale = scale

    def call(self, y_true, y_pred):
        return tf.abs(y_true - y_pred) * self.scale


# %% a metric
class Count(keras.metrics.Metric):
    def __init__(self, name="count"):  # LL401
        self.total = 0.0

    def update_state(self, y_true, y_pred, sample_weight=None):
        pass

    def result(self):
        return tf.constant(self.total)
