# Run on JAX: fit raises TypeError in each of these.
import os

# %% called like a function
os.environ["KERAS_BACKEND"] = "jax"

import keras


class Watched(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.level = keras.metrics.Mean(name="level")

    def call(self, inputs):
        self.level(keras.ops.mean(inputs))  # LL803
        return inputs


# %% in training only
os.environ["KERAS_BACKEND"] = "jax"

import keras
from keras import metrics


class Watched(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.level = metrics.Mean(name="level")

    def call(self, inputs, training=None):
        if training:
            self.level.update_state(keras.ops.mean(inputs))  # LL803
        return inputs


# %% in a method that `call` runs
os.environ["KERAS_BACKEND"] = "jax"

import keras


class Watched(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.level = keras.metrics.Sum()

    def watch(self, inputs):
        self.level.update_state(keras.ops.sum(inputs))  # LL803

    def call(self, inputs):
        self.watch(inputs)
        return inputs


# %% in a model
import keras

keras.config.set_backend("jax")


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.out = keras.layers.Dense(1)
        self.level = keras.metrics.Mean(name="level")

    def call(self, inputs):
        outputs = self.out(inputs)
        self.level.update_state(keras.ops.mean(outputs))  # LL803
        return outputs
