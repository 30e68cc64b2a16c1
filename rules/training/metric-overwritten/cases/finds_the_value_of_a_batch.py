# %% a statistic of the predictions
import keras
from keras import ops


class Spread(keras.metrics.Metric):
    def __init__(self, name="spread", **kwargs):
        super().__init__(name=name, **kwargs)
        self.value = self.add_weight(name="value", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.value.assign(ops.cast(ops.std(y_pred), "float32"))  # LL159

    def result(self):
        return self.value


# %% by way of names, and a function of the project
import tensorflow as tf


def f1_of(y_true, y_pred):
    hits = tf.reduce_sum(y_true * tf.round(y_pred))
    return 2 * hits / (tf.reduce_sum(y_true) + tf.reduce_sum(tf.round(y_pred)))


class F1(tf.keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.score = self.add_weight(name="score", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        score = f1_of(y_true, y_pred)
        self.score.assign(score)  # LL159

    def result(self):
        return self.score

    def reset_state(self):
        self.score.assign(0.0)


# %% with a helper, and settings that the constructor keeps
from tensorflow import keras
import tensorflow as tf


class Overlap(keras.metrics.Metric):
    def __init__(self, threshold=0.5, **kwargs):
        super().__init__(**kwargs)
        self.threshold = threshold
        self.overlap = self.add_weight(name="overlap", initializer="zeros")

    def _of(self, y_true, y_pred):
        found = tf.cast(y_pred > self.threshold, tf.float32)
        both = tf.reduce_sum(found * y_true)
        return both / (tf.reduce_sum(found) + tf.reduce_sum(y_true) - both)

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.overlap.assign(self._of(y_true, y_pred))  # LL159

    def result(self):
        return self.overlap


# %% two numbers, of which a ratio is reported
import keras
from keras import ops


class Ratio(keras.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.above = self.add_variable(shape=(), initializer="zeros", name="above")
        self.below = self.add_variable(shape=(), initializer="zeros", name="below")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.above.assign(ops.sum(y_true * y_pred))  # LL159
        self.below.assign(ops.sum(y_true))

    def result(self):
        return self.above / self.below
