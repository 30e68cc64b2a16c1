import tensorflow as tf
from tensorflow import keras


# %% assigned
class Hits(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hits = self.add_weight(name="hits", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        hits = self.hits + tf.reduce_sum(y_true * y_pred)
        self.hits.assign(hits)

    def result(self):
        return self.hits


# %% another attribute
class Hits(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hits = self.add_weight(name="hits", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.calls = 3
        self.hits.assign_add(tf.reduce_sum(y_true * y_pred))

    def result(self):
        return self.hits


# %% begun again by assignment
class Hits(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hits = self.add_weight(name="hits", shape=(), initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.hits.assign_add(tf.reduce_sum(y_true * y_pred))

    def result(self):
        return self.hits

    def reset_state(self):
        self.hits.assign(0.0)


# %% made by the method that begins
class Hits(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.reset_state()

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.hits = self.hits + float(tf.reduce_sum(y_true * y_pred))

    def result(self):
        return self.hits

    def reset_state(self):
        self.hits = 0.0
