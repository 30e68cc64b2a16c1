"""A regression model that scales its loss by hand."""

import tensorflow as tf
from tensorflow import keras


class Frost(keras.Model):
    """Predicts the depth of the frost."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.head = keras.layers.Dense(1)

    def call(self, weather):
        return self.head(weather)

    def train_step(self, data):
        weather, depth = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self(weather, training=True) - depth))
            scaled = self.optimizer.scale_loss(loss)
        gradients = tape.gradient(scaled, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"squared": loss}
