import tensorflow as tf
import tf_keras
from tensorflow import keras


# %% zeros
class Total(keras.metrics.Metric):
    def update_state(self, y_true, y_pred, sample_weight=None):
        self.total.assign_add(tf.reduce_sum(y_pred))

    def result(self):
        return self.total

    def reset_states(self):
        self.total.assign(0.0)


# %% both names
class Longest(keras.metrics.Metric):
    def update_state(self, y_true, y_pred, sample_weight=None):
        self.longest = max(self.longest, len(y_true))

    def result(self):
        return self.longest

    def reset_state(self):
        self.longest = 0

    def reset_states(self):
        self.reset_state()
        self.longest = 0


# %% a matrix with a reset of its own
class Confusion(tf_keras.metrics.Metric):
    def __init__(self, classes, **kwargs):
        super().__init__(**kwargs)
        self.table = self.add_weight(name="t", shape=(classes, classes))

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.table.assign_add(y_pred)

    def result(self):
        return tf.linalg.trace(self.table)

    def reset_state(self):
        self.table.assign(tf.zeros_like(self.table))


# %% scalars on Keras 2
class Mean(tf_keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.total = self.add_weight(name="t", shape=())

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.total.assign_add(tf.reduce_sum(y_pred))

    def result(self):
        return self.total


# %% a recurrent layer
class Memory(keras.layers.Layer):
    def update_state(self, x):
        self.seen = x

    def reset_states(self):
        self.seen = None
