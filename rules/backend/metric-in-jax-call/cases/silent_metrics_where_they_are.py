import os

# %% on TensorFlow
os.environ["KERAS_BACKEND"] = "tensorflow"

import keras


class Watched(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.level = keras.metrics.Mean(name="level")

    def call(self, inputs):
        self.level.update_state(keras.ops.mean(inputs))
        return inputs


# %% in the loss, which has them
os.environ["KERAS_BACKEND"] = "jax"

import keras


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.out = keras.layers.Dense(1)
        self.error = keras.metrics.Mean(name="error")

    def call(self, inputs):
        return self.out(inputs)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        loss = keras.ops.mean(keras.ops.square(y - y_pred))
        self.error.update_state(loss)
        return loss


# %% a weight
os.environ["KERAS_BACKEND"] = "jax"

import keras


class Watched(keras.layers.Layer):
    def build(self, input_shape):
        self.level = self.add_weight(name="level", shape=(), initializer="zeros", trainable=False)

    def call(self, inputs, training=None):
        if training:
            self.level.assign(keras.ops.mean(inputs))
        return inputs


# %% something else that is called like a metric
os.environ["KERAS_BACKEND"] = "jax"

import keras


class Gate(keras.layers.Layer):
    def __init__(self, metrics, **kwargs):
        super().__init__(**kwargs)
        self.level = keras.layers.Dense(1)
        self.given = metrics

    def call(self, inputs):
        return self.level(inputs)


# %% no backend is chosen
import jax
import keras


class Watched(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.level = keras.metrics.Mean(name="level")

    def call(self, inputs):
        self.level.update_state(keras.ops.mean(inputs))
        return inputs
