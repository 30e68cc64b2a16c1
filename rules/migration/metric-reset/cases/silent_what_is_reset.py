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


# %% the smallest so far with a reset of its own
class Smallest(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.least = self.add_weight(
            name="least", initializer=keras.initializers.Constant(float("inf"))
        )

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.least.assign(tf.minimum(self.least, tf.reduce_min(y_pred)))

    def result(self):
        return self.least

    def reset_state(self):
        self.least.assign(float("inf"))


# %% the last one, whatever was there before
class Last(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.last = self.add_weight(name="last", initializer="ones")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.last.assign(tf.reduce_mean(y_pred))

    def result(self):
        return self.last


# %% begins with zero
class Total(keras.metrics.Metric):
    def __init__(self, start=0.0, **kwargs):
        super().__init__(**kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")
        self.count = self.add_weight(
            name="count", initializer=keras.initializers.Constant(0)
        )
        self.other = self.add_weight(
            name="other", initializer=keras.initializers.Constant(start)
        )

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.total.assign_add(tf.reduce_sum(y_pred))
        self.count.assign_add(1.0)
        self.other.assign_add(1.0)

    def result(self):
        return self.total / self.count + self.other
