# %% names of variables
import keras


def decayed(model):
    skipped = ("bias", "gamma", "beta")
    return [v for v in model.trainable_weights if not any(word in v.name for word in skipped)]

# %% the path
import keras


def decayed(model):
    return [v for v in model.trainable_weights if "layer_norm" not in v.path]

# %% whichever there is
import keras


def decayed(model):
    return [v for v in model.weights if "layer_norm" not in getattr(v, "path", v.name)]

# %% layers
import keras


def norms(model):
    return [layer for layer in model.layers if "batch_normalization" in layer.name]

# %% a variable that is called so
import keras


class Scaled(keras.layers.Layer):
    def build(self, shape):
        self.scale = self.add_weight(shape=(shape[-1],), name="layer_norm_scale")
        super().build(shape)

    def call(self, x):
        return x * self.scale


def decayed(model):
    return [v for v in model.trainable_weights if "layer_norm" not in v.name]

# %% no word that is known
import keras


def chosen(model, word):
    return [v for v in model.trainable_weights if word in v.name or "xyz" in v.name]

# %% a variable of the class, made with more than a name
import keras
import tensorflow as tf


class Average(keras.Model):
    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.center = tf.Variable(tf.zeros(shape=[size]), name="w_avg", trainable=False)

    def copy_to(self, other):
        for mine, theirs in zip(self.weights, other.weights):
            if "w_avg" in mine.name:
                theirs.assign(mine)

    def call(self, x):
        return x - self.center

# %% words for the variables of the layer besides its name
import keras


def decayed(model, skip=("layer_norm", "batch_norm", "gamma", "beta", "bias")):
    first = [v for v in model.trainable_weights if not any(word in v.name for word in skip)]
    return first, [v for v in model.weights if "layer_norm" in v.name or "gamma" in v.name]


optimizer = keras.optimizers.AdamW(1e-3, weight_decay=0.05)
optimizer.exclude_from_weight_decay(var_names=["layer_norm", "gamma", "beta", "bias"])
optimizer.exclude_from_weight_decay(var_names=["bias", "gamma"])
optimizer.exclude_from_weight_decay([v for v in keras.Model().weights if "layer_norm" in v.path])

# %% layers beside their weights, and layers that have some
import keras


def chosen(model):
    for layer, weight in zip(model.layers, model.weights):
        if "dense" in layer.name:
            weight.assign(weight * 0.5)
    return [layer for layer in [l for l in model.layers if l.weights] if "dense" in layer.name]

# %% the variables of an optimizer, which are called after a path
import keras


def momenta(optimizer):
    return [v for v in optimizer.variables if "dense" in v.name]

# %% a helper that is given names of layers as well
import keras


def is_norm(thing):
    return "layer_normalization" in thing.name


def split(model):
    norms = [v for v in model.trainable_weights if is_norm(v)]
    return norms, [layer for layer in model.layers if is_norm(layer)]

# %% words that somebody else gives
import keras


class Trainer:
    def __init__(self, model, skip):
        self.model = model
        self.skip = skip

    def decayed(self, more=("dense",)):
        return [
            v for v in self.model.weights if not any(w in v.name for w in (*self.skip, *more))
        ]


def train(model):
    return Trainer(model, ["kernel"]).decayed()

# %% an optimizer with a method of its own
import keras


class Decay(keras.optimizers.SGD):
    def exclude_from_weight_decay(self, var_list=None, var_names=None):
        self.words = var_names


Decay().exclude_from_weight_decay(var_names=["layer_norm"])

# %% names that hold each other
import keras


def chosen(model, rows):
    for rows in rows:
        for row in rows:
            rows = row
    return [row for row in rows if "dense" in row.name and model.weights]

# %% a slash for Keras 2 beside the name for Keras 3
import keras


def kernels(model):
    return [v for v in model.weights if v.name == "kernel" or v.name.endswith("/kernel:0")]
