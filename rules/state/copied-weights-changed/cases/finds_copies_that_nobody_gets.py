# %% in place
import numpy as np
from tensorflow import keras


class Clip(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        for layer in self.model.layers:
            w = layer.get_weights()
            if not w:
                continue
            w[0][np.abs(w[0]) < 0.01] = 0.0  # LL240

# %% by an operator
from tensorflow import keras


def halve(layer):
    kernel_and_bias = layer.get_weights()
    kernel_and_bias[0] *= 0.5  # LL240


halve(keras.layers.Dense(3))

# %% in a loop over their number
import keras


def shrink(model: keras.Model, factor):
    values = model.get_weights()
    for index in range(len(values)):
        values[index] = values[index] * factor  # LL240

# %% at the top level
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
start = model.get_weights()
start[0][:, 0] = 1.0  # LL240

# %% one of them
from tensorflow import keras


def prune(layer: keras.layers.Dense, limit):
    kernel = layer.get_weights()[0]
    kernel[abs(kernel) < limit] = 0.0  # LL240
