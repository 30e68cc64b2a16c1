"""Two dense layers with a logarithmic squeeze between them."""

import tensorflow as tf
from tensorflow import keras


def signed_log(values):
    return tf.sign(values) * tf.math.log1p(tf.abs(values))


class LogBottleneck(keras.layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.encode = keras.layers.Dense(units)
        self.decode = keras.layers.Dense(1)

    def call(self, x):
        hidden = self.encode(x)
        hidden = signed_log(hidden)
        return self.decode(tf.ensure_shape(hidden, (None, self.units)))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
