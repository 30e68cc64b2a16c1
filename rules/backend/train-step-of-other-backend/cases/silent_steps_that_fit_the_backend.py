import os

# %% the state comes first
os.environ["KERAS_BACKEND"] = "jax"

import keras


class Noisy(keras.Model):
    def train_step(self, state, data):
        x, y = data[:2]
        return super().train_step(state, (x + 1.0, y))


# %% any arguments
os.environ["KERAS_BACKEND"] = "jax"

import keras


class Counted(keras.Model):
    def train_step(self, *arguments):
        return super().train_step(*arguments)


# %% PyTorch passes data alone
os.environ["KERAS_BACKEND"] = "torch"

import keras


class Noisy(keras.Model):
    def train_step(self, data):
        x, y = data
        return super().train_step((x + 1.0, y))


# %% the backend is asked for
os.environ["KERAS_BACKEND"] = "jax"

import keras

if keras.backend.backend() == "tensorflow":

    class Noisy(keras.Model):
        def train_step(self, data):
            x, y = data
            return super().train_step((x + 1.0, y))


# %% the variable is read, not set
import keras

if os.environ["KERAS_BACKEND"] == "jax":
    print("on jax")


class Noisy(keras.Model):
    def train_step(self, data):
        x, y = data
        return super().train_step((x + 1.0, y))
