# Run on JAX: fit, evaluate and predict raise TypeError, they pass `(state, data)`.
import os

# %% without a tape
os.environ["KERAS_BACKEND"] = "jax"

import keras


class Noisy(keras.Model):
    def train_step(self, data):  # LL802
        x, y = data
        return super().train_step((x + 1.0, y))


# %% a step of evaluation
os.environ["KERAS_BACKEND"] = "jax"

import keras


class Noisy(keras.Model):
    def test_step(self, data):  # LL802
        x, y = data
        return {"loss": self.compute_loss(x=x, y=y, y_pred=self(x))}


# %% chosen with a function
import keras
import tensorflow as tf

keras.config.set_backend("jax")


class Slow(keras.Model):
    def train_step(self, data):  # LL802
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x=x, y=y, y_pred=self(x, training=True))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        return {"loss": loss}


# %% a sequential model that predicts twice
os.environ.setdefault("KERAS_BACKEND", "jax")

from keras import Sequential


class Mirrored(Sequential):
    def predict_step(self, data):  # LL802
        return (self(data) + self(data[:, ::-1])) / 2
