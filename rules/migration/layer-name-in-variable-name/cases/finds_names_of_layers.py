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

# %% words that the class keeps
import keras


class Trainer:
    skip = ("batch_normalization", "layer_normalization", "bias")
    frozen = ["dense"]

    def __init__(self, model, excluded=("group_normalization", "bias")):
        self.model = model
        self.excluded = excluded

    def decayed(self):
        return [
            v for v in self.model.trainable_variables if not any(w in v.name for w in self.skip)  # LL708
        ]

    def moved(self):
        found = []
        for v in self.model.trainable_variables:
            for word in Trainer.frozen:
                if word in v.name:  # LL708
                    found.append(v)
        return found

    def shrunk(self):
        variables = self.model.trainable_variables
        return [v for v in variables if not any(w in v.name for w in self.excluded)]  # LL708

# %% a helper that is given the variable, or its name
import re

import keras


def is_norm(variable):
    return "layer_normalization" in variable.name  # LL708


def is_dense(name):
    for pattern in ["dense_.*", "kernel"]:
        if re.search(pattern, name) is not None:  # LL708
            return True
    return False


def split(model):
    norms = [v for v in model.trainable_weights if is_norm(v)]
    rest = [v for v in model.trainable_weights if is_dense(v.name)]
    return norms, rest

# %% a name of its own, a pattern, a filter
import re

import keras


def chosen(model, gradients):
    for gradient, v in zip(gradients, model.trainable_variables):
        name = v.name.lower()
        if "conv2d" not in name:  # LL708
            v.assign_sub(gradient)
    convs = list(filter(lambda v: re.match(r"conv2d.*", v.name), model.weights))  # LL708
    first = [v for v in convs if v.name.split("/")[0] == "conv2d_1"]  # LL708
    return first, [v for i, v in enumerate(model.weights) if v.name in ("conv2d/kernel:0",)]  # LL708

# %% an optimizer that leaves weights out by words
import keras

optimizer = keras.optimizers.AdamW(1e-3, weight_decay=0.05)
optimizer.exclude_from_weight_decay(var_names=["LayerNorm", "layer_norm", "bias"])  # LL708

# %% a slash, which no name has
import keras


def decayed(model):
    return [v for v in model.trainable_weights if not any(w in v.name for w in ("/gamma", "bias"))]  # LL708
