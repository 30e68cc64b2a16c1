# %% a metric keeps its default
import tensorflow as tf
from tensorflow import keras


class Hits(keras.metrics.Metric):
    def __init__(self, name="hits", threshold=0.5, **kwargs):  # LL507
        super().__init__(name=name, **kwargs)
        self.threshold = 0.5
        self.total = self.add_weight(name="total", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        found = tf.cast(y_pred > self.threshold, tf.float32)
        self.total.assign_add(tf.reduce_sum(found * y_true))

    def result(self):
        return self.total

# %% a loss forgets one
from keras import losses, ops


class Huber(losses.Loss):
    def __init__(self, delta=1.0, steepness=1.0, **kwargs):  # LL507
        super().__init__(**kwargs)
        self.delta = delta

    def call(self, y_true, y_pred):
        error = ops.abs(y_true - y_pred)
        return ops.where(error < self.delta, 0.5 * error**2, self.delta * error)

# %% a regularizer, whose base has no constructor
import keras


class Orthogonal(keras.regularizers.Regularizer):
    def __init__(self, factor=0.01, mode="rows"):  # LL507
        self.factor = factor

    def __call__(self, x):
        return self.factor * keras.ops.sum(keras.ops.square(x))
