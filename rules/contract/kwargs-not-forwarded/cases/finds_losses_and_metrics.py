import tensorflow as tf
from tensorflow import keras


# %% the reduction that the caller asks for is dropped
class Tilted(keras.losses.Loss):
    def __init__(self, alpha, **kwargs):  # LL417
        super().__init__()
        self.alpha = alpha

    def call(self, y_true, y_pred):
        return tf.reduce_mean(self.alpha * tf.abs(y_true - y_pred), -1)


# %% the name of a metric
class Hits(keras.metrics.Metric):
    def __init__(self, **options):  # LL417
        super().__init__()
        self.hits = self.add_weight(name="hits", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.hits.assign_add(tf.reduce_sum(y_true * y_pred))

    def result(self):
        return self.hits
