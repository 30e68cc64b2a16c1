# %% taken for nothing
import tensorflow as tf
from tensorflow import keras


class Weighted(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = keras.layers.Dense(1)

    def call(self, x):
        return self.head(x)

    def train_step(self, data):
        x, y, _ = data  # LL127
        with tf.GradientTape() as tape:
            error = tf.reduce_mean(tf.square(y - self(x, training=True)))
        variables = self.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(error, variables), variables))
        return {"error": error}


def fit(x, y, weights):
    model = Weighted()
    model.compile("sgd")
    model.fit(x, y, sample_weight=weights)

# %% a weighted metric
import tensorflow as tf
from tensorflow import keras


class Within(keras.metrics.Metric):
    def __init__(self, name="within", **kwargs):
        super().__init__(name=name, **kwargs)
        self.hits = self.add_weight(name="hits", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):  # LL127
        self.hits.assign_add(tf.reduce_sum(tf.cast(tf.abs(y_true - y_pred) < 0.1, tf.float32)))

    def result(self):
        return self.hits


def compiled(model):
    model.compile("sgd", "mse", weighted_metrics=[Within()])
