# %% what was there before is read
import keras
from keras import ops


class Total(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.total.assign(self.total + ops.sum(y_pred))

    def result(self):
        return self.total


# %% the largest so far
import tensorflow as tf


class Peak(tf.keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.peak = self.add_weight(name="peak", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.peak.assign(tf.maximum(self.peak, tf.reduce_max(y_pred)))

    def result(self):
        return self.peak


# %% made of metrics that add up
import tensorflow as tf


class F1(tf.keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.precision = tf.keras.metrics.Precision()
        self.recall = tf.keras.metrics.Recall()
        self.f1 = self.add_weight(name="f1", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        p = self.precision(y_true, y_pred)
        r = self.recall(y_true, y_pred)
        self.f1.assign(2 * p * r / (p + r + 1e-6))

    def result(self):
        return self.f1


# %% sizes beside what is added up
import tensorflow as tf


class PerPixel(tf.keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")
        self.pixels = self.add_weight(name="pixels", initializer="ones")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.total.assign_add(tf.reduce_sum(tf.abs(y_true - y_pred)))
        self.pixels.assign(tf.cast(tf.size(y_pred[0]), tf.float32))

    def result(self):
        return self.total / self.pixels


# %% a number that is shown, and computed elsewhere
import keras


class Shown(keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.value = self.add_weight(name="value", initializer="zeros")

    def update_state(self, value, sample_weight=None):
        self.value.assign(keras.ops.cast(value, self.dtype))

    def result(self):
        return self.value


# %% what says that it is of one batch
import keras
from keras import ops


class Spread(keras.metrics.Metric):
    """The spread of the predictions in the last batch."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.value = self.add_weight(name="value", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.value.assign(ops.std(y_pred))

    def result(self):
        return self.value


# %% a helper reads what was there
import tensorflow as tf


class Smoothed(tf.keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mean = self.add_weight(name="mean", initializer="zeros")

    def _blend(self, value):
        return 0.9 * self.mean + 0.1 * value

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.mean.assign(self._blend(tf.reduce_mean(y_pred)))

    def result(self):
        return self.mean


# %% another weight is reported
import tensorflow as tf


class Counted(tf.keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seen = self.add_weight(name="seen", initializer="zeros")
        self.shape_of_batch = self.add_weight(name="of_batch", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.shape_of_batch.assign(tf.reduce_sum(y_pred))

    def result(self):
        return self.seen


# %% Python keeps what was there, as a loop by hand may let it
import tensorflow as tf


class Summed(tf.keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.sum = 0.0
        self.total = self.add_weight(name="total", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.sum = self.sum + tf.reduce_sum(y_pred)
        self.total.assign(self.sum)

    def result(self):
        return self.total


# %% what was seen is put into a dictionary
import tensorflow as tf


class Kept(tf.keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seen = {}
        self.total = self.add_weight(name="total", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.seen[len(self.seen)] = tf.reduce_sum(y_pred)
        self.total.assign(tf.add_n(list(self.seen.values())))

    def result(self):
        return self.total
