# %% of the training
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
        with tf.GradientTape() as tape:
            error = tf.reduce_mean(tf.square(y - self(x, training=True)))
        variables = self.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(error, variables), variables))
        error_tracker.update_state(error)
        return {"error": error_tracker.result()}  # LL129

# %% called
import tensorflow as tf
from tensorflow import keras

hits = tf.keras.metrics.BinaryAccuracy()


class Classifier(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = keras.layers.Dense(1)

    def call(self, x):
        return self.head(x)

    def train_step(self, data):
        x, y = data
        hits(y, self(x))
        return {"hits": hits.result()}  # LL129
