# %% listed by a property
import tensorflow as tf
from tensorflow import keras

error_tracker = keras.metrics.Mean(name="error")


class Regressor(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = keras.layers.Dense(1)

    def call(self, x):
        return self.head(x)

    def train_step(self, data):
        x, y = data
        error_tracker.update_state(tf.reduce_mean(tf.square(y - self(x))))
        return {"error": error_tracker.result()}

    @property
    def metrics(self):
        return [error_tracker]

# %% kept by the constructor
import tensorflow as tf
from tensorflow import keras

error_tracker = keras.metrics.Mean(name="error")


class Regressor(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = keras.layers.Dense(1)
        self.tracker = error_tracker

    def call(self, x):
        return self.head(x)

    def train_step(self, data):
        x, y = data
        error_tracker.update_state(tf.reduce_mean(tf.square(y - self(x))))
        return {"error": error_tracker.result()}
