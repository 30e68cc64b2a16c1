import numpy as np
import tensorflow as tf
from tensorflow import keras


# %% weights
class Hits(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hits = self.add_weight(name="hits", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.hits.assign_add(tf.reduce_sum(y_true * tf.round(y_pred)))

    def result(self):
        return self.hits


# %% a metric that is run eagerly: it computes with NumPy
class Ranks(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.ranks = []

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.ranks.append(np.argsort(y_pred.numpy()))

    def result(self):
        return np.mean(self.ranks)


# %% what is counted is not part of the result
class Told(keras.metrics.Mean):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.traces = 0

    def update_state(self, values, sample_weight=None):
        self.traces += 1
        return super().update_state(values, sample_weight)

    def result(self):
        return super().result()


# %% a variable that a callback writes
class Teller(keras.callbacks.Callback):
    def __init__(self, loss):
        super().__init__()
        self.loss = loss

    def on_epoch_begin(self, epoch, logs=None):
        self.loss.epoch.assign(float(epoch))


class Annealed(keras.losses.Loss):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.epoch = tf.Variable(0.0, trainable=False)

    def call(self, y_true, y_pred):
        doubt = tf.reduce_sum(tf.abs(y_pred), -1)
        return tf.reduce_mean(tf.square(y_true - y_pred), -1) + self.epoch / 10 * doubt
