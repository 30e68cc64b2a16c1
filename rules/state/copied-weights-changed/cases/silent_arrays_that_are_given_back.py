import numpy as np
from tensorflow.keras import layers

# %% each array under a name of its own


def prune(model, limit):
    for layer in model.layers:
        if isinstance(layer, layers.Dense):
            kernel, bias = layer.get_weights()
            kernel *= np.abs(kernel) > limit
            layer.set_weights([kernel, bias])


# %% what is looked at


def share(model, limit):
    kernel, bias = model.layers[0].get_weights()
    kernel *= 2.0
    return np.mean(np.abs(kernel) < limit), bias
