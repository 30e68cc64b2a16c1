import tensorflow as tf
from tensorflow import keras

# %% a metric of a model that gives probabilities


class Hits(keras.metrics.Metric):
    def __init__(self, name="hits"):
        super().__init__(name=name)
        self.total = self.add_weight(name="total", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        labels = tf.cast(y_true, tf.int32)
        classes = tf.cast(y_pred, tf.int32)  # LL139
        self.total.assign_add(tf.reduce_sum(tf.cast(labels * classes, self.dtype)))

    def result(self):
        return self.total


model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=[Hits()])
