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
