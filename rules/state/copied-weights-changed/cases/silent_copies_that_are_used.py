# %% given back
import numpy as np
from tensorflow import keras


class Clip(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        for layer in self.model.layers:
            w = layer.get_weights()
            w[0][np.abs(w[0]) < 0.01] = 0.0
            layer.set_weights(w)

# %% returned, or compared
import numpy as np
from tensorflow import keras


def shifted(layer: keras.layers.Layer):
    w = layer.get_weights()
    w[0] += 1.0
    return w


def largest(layer):
    w = layer.get_weights()
    w[0] = np.abs(w[0])
    return w[0].max()

# %% of another's class
from tensorflow import keras


class Net:
    def __init__(self):
        self.values = [keras.ops.zeros((2,))]

    def get_weights(self):
        return self.values


def reset(net):
    w = net.get_weights()
    w[0] = 0.0

# %% by another name for it
from tensorflow import keras


def fill(layer: keras.layers.Layer, other):
    w = layer.get_weights()
    w[0][:] = 1.0
    kept = w
    other.set_weights(kept)

# %% nothing is changed
from tensorflow import keras


def count(layer: keras.layers.Layer):
    w = layer.get_weights()
    print(len(w))

# %% one of them, given back
from tensorflow import keras


def prune(layer: keras.layers.Dense, limit):
    kernel = layer.get_weights()[0]
    kernel[abs(kernel) < limit] = 0.0
    layer.kernel.assign(kernel)
