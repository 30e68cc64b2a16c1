import keras
import tensorflow as tf


class Learner(keras.Model):
    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def train_step(self, images):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self.encoder(images, training=True))) + sum(self.losses)
        variables = self.encoder.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        logs = {}
        logs["loss"] = loss
        return logs  # LL121


class Counting(keras.Model):
    """What is put in as well is no loss, and shown as it is."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def train_step(self, images):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self.encoder(images, training=True))) + sum(self.losses)
        variables = self.encoder.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        logs = {}
        logs["energy"] = loss
        return logs
