# %% a metric of its own
import tensorflow as tf


class TopOne(tf.keras.metrics.Metric):
    def __init__(self, name="top_one", **kwargs):
        super().__init__(name=name, **kwargs)
        self.hits = self.add_weight(name="hits", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        same = tf.equal(tf.argmax(y_true), tf.argmax(y_pred))  # LL138
        self.hits.assign_add(tf.reduce_sum(tf.cast(same, tf.float32)))

    def result(self):
        return self.hits

# %% a function
import tensorflow as tf


def hit_rate(y_true, y_pred):
    guess = tf.math.argmax(y_pred)  # LL138
    wanted = tf.math.argmax(y_true)
    return tf.reduce_mean(tf.cast(tf.equal(guess, wanted), tf.float32))


def compiled(model):
    model.compile("sgd", loss="categorical_crossentropy", metrics=[hit_rate])
