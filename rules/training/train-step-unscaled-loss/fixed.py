"""A regression model that trains in mixed precision, with a step of its own."""

import tensorflow as tf
from tensorflow import keras


def compute_in_half_precision():
    """Called once, before the model is made."""
    keras.mixed_precision.set_global_policy("mixed_float16")


class Tide(keras.Model):
    """Predicts the height of the sea."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.head = keras.layers.Dense(1, kernel_initializer="zeros")

    def call(self, moon):
        return tf.cast(self.head(moon), "float32")

    def train_step(self, data):
        moon, height = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self(moon, training=True) - height))
            scaled_loss = self.optimizer.scale_loss(loss)
        gradients = tape.gradient(scaled_loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"squared": loss}


def step_by_hand(head, moon, height):
    """One step without `compile`."""
    optimizer = keras.mixed_precision.LossScaleOptimizer(keras.optimizers.SGD(0.1))
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.cast(head(moon, training=True), "float32") - height))
        scaled_loss = optimizer.scale_loss(loss)
    gradients = tape.gradient(scaled_loss, head.trainable_variables)
    optimizer.apply_gradients(zip(gradients, head.trainable_variables))
