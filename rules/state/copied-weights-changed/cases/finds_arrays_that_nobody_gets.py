import numpy as np
from tensorflow.keras import layers

# %% each array under a name of its own


def prune(model, limit):
    for layer in model.layers:
        if isinstance(layer, layers.Dense):
            kernel, bias = layer.get_weights()
            kernel *= np.abs(kernel) > limit  # LL240


# %% some of its items


def cut(model, limit):
    kernel, bias = model.layers[0].get_weights()
    kernel[np.abs(kernel) < limit] = 0.0  # LL240
    print(len(bias))
