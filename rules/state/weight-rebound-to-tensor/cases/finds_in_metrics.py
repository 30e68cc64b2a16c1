import tensorflow as tf
from tensorflow import keras


# %% a counter
class Hits(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hits = self.add_weight(name="hits", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.hits += tf.reduce_sum(y_true * y_pred)  # LL205

    def result(self):
        return self.hits


# %% written out
class Hits(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hits = self.add_weight(name="hits", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.hits = self.hits + tf.reduce_sum(y_true * y_pred)  # LL205

    def result(self):
        return self.hits


# %% a function of TensorFlow
class Top(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.top = self.add_weight(name="top", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.top = tf.maximum(self.top, tf.reduce_max(y_pred))  # LL205

    def result(self):
        return self.top


# %% a metric that is to begin again
class Hits(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hits = self.add_weight(name="hits", shape=(), initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.hits.assign_add(tf.reduce_sum(y_true * y_pred))

    def result(self):
        return self.hits

    def reset_state(self):
        self.hits = tf.Variable(0.0)  # LL205


# %% by its own method
class Hits(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hits = self.add_weight(name="hits", shape=(), initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.hits.assign_add(tf.reduce_sum(y_true * y_pred))

    def result(self):
        return self.hits

    def reset_state(self):
        self.hits = self.add_weight(name="hits", shape=(), initializer="zeros")  # LL205
