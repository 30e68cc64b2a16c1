import tensorflow as tf
from tensorflow import keras


# %% every time
class Lips(keras.Model):
    def __init__(self, units=8):
        super().__init__()
        self.units = units
        self.mix = keras.layers.Dense(units)
        self.states = None

    def zeros(self, batch):
        return {"h": tf.zeros((batch, self.units))}

    def call(self, x):
        self.states = self.zeros(tf.shape(x)[0])
        return self.mix(tf.concat([x, self.states["h"]], axis=-1))


# %% no tensors
class Sizes(keras.Model):
    def __init__(self):
        super().__init__()
        self.mix = keras.layers.Dense(4)
        self.sizes = None

    def begin(self):
        return {"width": 4, "height": 2}

    def call(self, x):
        if self.sizes is None:
            self.sizes = self.begin()
        return self.mix(x) * self.sizes["width"]


# %% a copy that no one keeps, and one that holds no tensor
import tensorflow as tf
from tensorflow import keras


class Turns(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = {"left": 0.0, "right": 0.0}
        self.sizes = {}

    def call(self, x):
        held, sizes = dict(self.held), dict(self.sizes)
        held["left"] = tf.reduce_mean(x, 0, keepdims=True) + held["left"]
        sizes["left"] = x.shape[-1]
        self.sizes = sizes
        return x + held["left"]
