import tensorflow as tf
from tensorflow import keras


# %% made by a method
class Lips(keras.Model):
    def __init__(self, units=8):
        super().__init__()
        self.units = units
        self.mix = keras.layers.Dense(units)
        self.states = None

    def zeros(self, batch):
        return {"h": tf.zeros((batch, self.units)), "c": tf.zeros((batch, self.units))}

    def call(self, x):
        if self.states is None:
            self.states = self.zeros(tf.shape(x)[0])  # LL206
        return self.mix(tf.concat([x, self.states["h"]], axis=-1))


# %% a pair
class Pair(keras.Model):
    def __init__(self):
        super().__init__()
        self.mix = keras.layers.Dense(4)
        self.pair = None

    def begin(self, x):
        return [tf.zeros_like(x), tf.ones_like(x)]

    def call(self, x):
        if self.pair is None:
            self.pair = self.begin(x)  # LL206
        return self.mix(x + self.pair[0])


# %% through a copy
import tensorflow as tf
from tensorflow import keras


class Turns(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = {"left": tf.zeros((1, 4)), "right": tf.zeros((1, 4))}

    def call(self, x):
        held = dict(self.held)
        held["left"] = tf.reduce_mean(x, 0, keepdims=True) + held["left"]
        self.held = held  # LL206
        return x + held["left"]
