import tensorflow as tf
from tensorflow import keras


# %% a matrix of the last batch
class Confusion(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.table = None

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.table = tf.math.confusion_matrix(y_true, y_pred)  # LL207

    def result(self):
        return tf.linalg.trace(self.table)

    def reset_state(self):
        self.table = None


# %% a ratio
class Share(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.share = None

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.share = tf.reduce_sum(y_true) / tf.reduce_sum(y_pred)  # LL207

    def result(self):
        return self.share
