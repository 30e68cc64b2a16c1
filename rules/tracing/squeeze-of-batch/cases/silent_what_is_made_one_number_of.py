# %% a metric of the whole batch
import tensorflow as tf


def hinge_accuracy(y_true, y_pred):
    y_true = tf.squeeze(y_true) > 0.0
    y_pred = tf.squeeze(y_pred) > 0.0
    return tf.reduce_mean(tf.cast(y_true == y_pred, tf.float32))


def prepare(model):
    model.compile("adam", "hinge", metrics=[hinge_accuracy])


# %% a count
import tensorflow as tf


class Hits(tf.keras.metrics.Metric):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        y_true = tf.squeeze(y_true)
        self.total.assign_add(tf.reduce_sum(y_true))

    def result(self):
        return self.total
