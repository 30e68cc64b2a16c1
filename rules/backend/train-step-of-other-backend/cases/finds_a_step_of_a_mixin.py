import keras
import os
import tensorflow as tf

keras.config.set_backend("jax")


class TapeMixin:
    def train_step(self, batch):  # LL802
        x, y = batch
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x, y, self(x, training=True))
        grads = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.trainable_variables))
        return {"loss": loss}


class Classifier(TapeMixin, keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.out = keras.layers.Dense(classes)

    def call(self, x):
        return self.out(x)
