# %% nobody passes any
import tensorflow as tf
from tensorflow import keras


class Labelled(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = keras.layers.Dense(1)

    def call(self, x):
        return self.head(x)

    def train_step(self, data):
        x, y, _ = data
        with tf.GradientTape() as tape:
            error = tf.reduce_mean(tf.square(y - self(x, training=True)))
        variables = self.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(error, variables), variables))
        return {"error": error}


def fit(data):
    model = Labelled()
    model.compile("sgd")
    model.fit(data)

# %% a metric that reads them, and one that is not weighted
import tensorflow as tf
from tensorflow import keras


class Sum(keras.metrics.Metric):
    def __init__(self, name="sum", **kwargs):
        super().__init__(name=name, **kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        weight = 1.0 if sample_weight is None else sample_weight
        self.total.assign_add(tf.reduce_sum(weight * y_pred))

    def result(self):
        return self.total


class Count(keras.metrics.Metric):
    def __init__(self, name="count", **kwargs):
        super().__init__(name=name, **kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.total.assign_add(1.0)

    def result(self):
        return self.total


def compiled(model):
    model.compile("sgd", "mse", metrics=[Count()], weighted_metrics=[Sum()])
