"""Two dense layers with a logarithmic squeeze between them."""

import numpy as np
import tensorflow as tf
from tensorflow import keras


def signed_log(values):
    return np.sign(values) * np.log1p(np.abs(values))


class LogBottleneck(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.encode = keras.layers.Dense(units)
        self.decode = keras.layers.Dense(1)

    def call(self, x):
        hidden = self.encode(x)
        hidden = tf.numpy_function(signed_log, [hidden], tf.float32)
        return self.decode(tf.ensure_shape(hidden, (None, self.units)))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
