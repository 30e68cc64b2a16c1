# %% by its name
import tensorflow as tf
from tensorflow import keras


class Fed(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = keras.layers.Dense(1)
        self.error = keras.metrics.MeanSquaredError(name="error")

    def call(self, x):
        return self.head(x)

    def train_step(self, data):
        x, y = data
        self.error.update_state(y, self(x))
        return {m.name: m.result() for m in self.metrics}

# %% by a call of it
import tensorflow as tf
from tensorflow import keras


class Fed(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = keras.layers.Dense(1)
        self.error = keras.metrics.MeanSquaredError(name="error")

    def call(self, x):
        return self.head(x)

    def train_step(self, data):
        x, y = data
        self.error(y, self(x))
        return {"error": self.error.result()}

# %% in a loop
import tensorflow as tf
from tensorflow import keras


class Fed(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = keras.layers.Dense(1)
        self.error = keras.metrics.MeanSquaredError(name="error")

    def call(self, x):
        return self.head(x)

    def train_step(self, data):
        x, y = data
        y_pred = self(x, training=True)
        for metric in self.metrics:
            metric.update_state(y, y_pred)
        return {m.name: m.result() for m in self.metrics}

# %% handed to a helper
import tensorflow as tf
from tensorflow import keras


def feed(metric, y, y_pred):
    metric.update_state(y, y_pred)


class Fed(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = keras.layers.Dense(1)
        self.error = keras.metrics.MeanSquaredError(name="error")

    def call(self, x):
        return self.head(x)

    def train_step(self, data):
        x, y = data
        feed(self.error, y, self(x))
        return {"error": self.error.result()}

# %% nobody reports it
import tensorflow as tf
from tensorflow import keras


class Quiet(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = keras.layers.Dense(1)
        self.error = keras.metrics.MeanSquaredError(name="error")

    def call(self, x):
        return self.head(x)

    def train_step(self, data):
        x, y = data
        return {"squared": tf.reduce_mean(tf.square(y - self(x, training=True)))}
