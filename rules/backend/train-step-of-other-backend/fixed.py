import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
from tensorflow import keras


class Slow(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.out = keras.layers.Dense(1)

    def call(self, inputs):
        return self.out(inputs)

    def loss_of(self, trainable, fixed, x, y):
        prediction, fixed = self.stateless_call(trainable, fixed, x)
        return self.compute_loss(x=x, y=y, y_pred=prediction), fixed

    def train_step(self, state, data):
        trainable, fixed, optimizer, metrics = state
        x, y = data[:2]
        differentiated = jax.value_and_grad(self.loss_of, has_aux=True)
        (loss, fixed), gradients = differentiated(trainable, fixed, x, y)
        gradients = [0.1 * each for each in gradients]
        trainable, optimizer = self.optimizer.stateless_apply(optimizer, gradients, trainable)
        return {"loss": loss}, (trainable, fixed, optimizer, metrics)
