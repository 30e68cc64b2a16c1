import keras
import os
import tensorflow as tf

keras.config.set_backend("tensorflow")


class TapeMixin:
    def train_step(self, batch):
        x, y = batch
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x, y, self(x, training=True))
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        return self.compute_metrics(x, y, self(x, training=False))


class Classifier(TapeMixin, keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.out = keras.layers.Dense(classes)

    def call(self, x):
        return self.out(x)
