"""A model that keeps its weights for a penalty."""

import tensorflow as tf
from tensorflow import keras


class Damped(keras.Model):
    """Adds the sizes of its weights to the output of `penalty`."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = keras.layers.Dense(4)
        self.out = keras.layers.Dense(1)
        self.damped = self.trainable_variables

    def call(self, x):
        return self.out(self.hidden(x))

    def penalty(self):
        return sum((float(tf.reduce_sum(w * w)) for w in self.damped), 0.0)
