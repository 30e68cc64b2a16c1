# Run on both generations: the metric is 0.0 from the second epoch on, or raises; the loss never changes.
import tensorflow as tf
from tensorflow import keras


# %% a number
class Hits(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hits = 0.0

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.hits += tf.reduce_sum(y_true * tf.round(y_pred))  # LL207

    def result(self):
        return self.hits

    def reset_state(self):
        self.hits = 0.0


# %% a number that is bound again
class Hits(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hits = 0

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.hits = self.hits + tf.reduce_sum(y_true * tf.round(y_pred))  # LL207

    def result(self):
        return self.hits


# %% a list
class Batches(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.batches = []

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.batches.append(tf.reduce_mean(y_true * y_pred))  # LL207

    def result(self):
        return tf.reduce_mean(tf.stack(self.batches))

    def reset_state(self):
        self.batches = []


# %% a loss whose epoch a callback tells
class Teller(keras.callbacks.Callback):
    def __init__(self, loss):
        super().__init__()
        self.loss = loss

    def on_epoch_begin(self, epoch, logs=None):
        self.loss.epoch = epoch  # LL207


class Annealed(keras.losses.Loss):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.epoch = 0

    def call(self, y_true, y_pred):
        doubt = tf.reduce_sum(tf.abs(y_pred), -1)
        return tf.reduce_mean(tf.square(y_true - y_pred), -1) + min(1.0, self.epoch / 10) * doubt
