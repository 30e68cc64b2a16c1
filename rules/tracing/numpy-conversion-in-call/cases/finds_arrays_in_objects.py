import numpy as np
import tensorflow as tf
from tensorflow import keras

# %% a constraint


class SumToOne(keras.constraints.Constraint):
    def __call__(self, w):
        w = w * tf.cast(w >= 0.0, "float32")
        total = tf.reduce_sum(w, axis=1)
        total = total.numpy()  # LL302
        return tf.stack([w[i] / total[i] for i in range(len(total))])


def build(model):
    model.add(keras.layers.Dense(3, kernel_constraint=SumToOne()))
    model.compile("sgd", "mse")


# %% a loss


class Weighted(keras.losses.Loss):
    def call(self, y_true, y_pred):
        weight = np.log(1.0 + y_true)  # LL302
        return tf.reduce_mean(weight * tf.square(y_true - y_pred), axis=-1)


def train(model):
    model.compile("adam", loss=Weighted())


# %% a metric, after a conversion of its own


class Hits(keras.metrics.Metric):
    def __init__(self, name="hits", **kwargs):
        super().__init__(name=name, **kwargs)
        self.hits = self.add_weight(name="hits", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true = y_true.numpy()  # LL302
        self.hits.assign_add(float(np.sum(y_true == 1)))

    def result(self):
        return self.hits


def prepare(model):
    model.compile("adam", "mse", metrics=[Hits()])


# %% a value that is asked for on the spot


def balanced(y_true, y_pred):
    share = tf.reduce_mean(y_true).numpy()  # LL302
    return tf.reduce_mean(tf.abs(y_true - y_pred)) / share


def begin(model):
    model.compile("adam", loss=balanced)
