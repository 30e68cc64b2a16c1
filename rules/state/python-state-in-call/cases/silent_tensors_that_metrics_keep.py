import tensorflow as tf
from tensorflow import keras


# %% made once, as a weight
class Confusion(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.table = None

    def build(self, classes):
        self.table = self.add_weight(name="table", shape=(classes, classes))

    def update_state(self, y_true, y_pred, sample_weight=None):
        if self.table is None:
            self.build(y_pred.shape[-1])
        self.table.assign_add(tf.math.confusion_matrix(y_true, y_pred, dtype="float32"))

    def result(self):
        return tf.linalg.trace(self.table)


# %% an argument
class Scaled(keras.metrics.Metric):
    def __init__(self, scale, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale
        self.total = self.add_weight(name="total")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.total.assign_add(self.scale * tf.reduce_sum(y_pred))

    def result(self):
        return self.total


# %% nothing reads it
class Told(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.last = None
        self.total = self.add_weight(name="total")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.last = tf.reduce_sum(y_pred)
        self.total.assign_add(self.last)

    def result(self):
        return self.total
