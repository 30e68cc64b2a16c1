# %% a list of words
import keras

SKIPPED = ("LayerNorm", "layer_norm", "bias")


def decayed(model):
    return [v for v in model.trainable_weights if not any(w in v.name for w in SKIPPED)]  # LL708

# %% beside the gradients
from tensorflow import keras


def clipped(optimizer, gradients, model):
    pairs = []
    for gradient, variable in zip(gradients, model.trainable_variables):
        if "batch_normalization" in variable.name.lower():  # LL708
            gradient = gradient * 0.1
        pairs.append((gradient, variable))
    optimizer.apply_gradients(pairs)

# %% a path
import keras


def kernels(model):
    return {v.name: v for v in model.weights if v.name.startswith("encoder/dense")}  # LL708

# %% the number of the output
import keras


def kernel(layer):
    return next(v for v in layer.weights if v.name == "kernel:0")  # LL708

# %% a name that the module gives
import keras


def model():
    return keras.Sequential([keras.Input((2,)), keras.layers.Dense(3, name="trunk_1")])


def freeze(model):
    return [v for v in model.variables if "trunk" not in v.name]  # LL708

# %% a name that Keras numbers
import keras


def second(model):
    return [v for v in model.weights if "dense_1" in v.name]  # LL708
