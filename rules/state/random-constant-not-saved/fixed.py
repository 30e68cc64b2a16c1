"""Random Fourier features."""

import tensorflow as tf
from tensorflow import keras


class FourierFeatures(keras.layers.Layer):
    def __init__(self, units=8, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.projection = self.add_weight(
            name="projection",
            shape=(input_shape[-1], self.units),
            initializer=keras.initializers.RandomNormal(stddev=1.0),
            trainable=False,
        )

    def call(self, x):
        return tf.cos(tf.matmul(x, self.projection))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
