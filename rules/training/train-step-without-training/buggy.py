"""A regression model with a training step of its own."""

import tensorflow as tf
from tensorflow import keras


class Regressor(keras.Model):
    """Predicts one number from features of any scale."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.normalize = keras.layers.BatchNormalization()
        self.hidden = keras.layers.Dense(8, activation="relu")
        self.head = keras.layers.Dense(1)
        self.error = keras.metrics.Mean(name="error")

    def call(self, inputs, training=None):
        x = self.normalize(inputs, training=training)
        return self.head(self.hidden(x))

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            prediction = self(x)
            loss = self.compute_loss(y=y, y_pred=prediction)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        self.error.update_state(loss)
        return {"error": self.error.result()}
