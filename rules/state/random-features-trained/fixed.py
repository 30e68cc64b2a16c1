import math

import tensorflow as tf
from tensorflow import keras


class RandomFourierFeatures(keras.layers.Layer):
    """Waves whose products come near a Gaussian kernel."""

    def __init__(self, units, width=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.width = width

    def build(self, input_shape):
        self.frequencies = self.add_weight(
            name="frequencies",
            shape=(input_shape[-1], self.units),
            initializer=keras.initializers.RandomNormal(stddev=1.0 / self.width),
            trainable=False,
        )
        super().build(input_shape)

    def call(self, inputs):
        waves = tf.matmul(inputs, self.frequencies)
        both = tf.concat([tf.cos(waves), tf.sin(waves)], axis=-1)
        return both * math.sqrt(1.0 / self.units)

    def get_config(self):
        return {**super().get_config(), "units": self.units, "width": self.width}
