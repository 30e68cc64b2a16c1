"""Compares every step of a sequence with itself by two learned projections."""

import tensorflow as tf
from tensorflow import keras


class SelfContrast(keras.layers.Layer):
    def __init__(self, units=3, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.initializer = keras.initializers.GlorotUniform()

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.query = self.add_weight(name="query", shape=shape, initializer=self.initializer)
        self.key = self.add_weight(
            name="key",
            shape=shape,
            initializer=self.initializer,
        )

    def call(self, x):
        return tf.matmul(x, self.query) - tf.matmul(x, self.key)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
