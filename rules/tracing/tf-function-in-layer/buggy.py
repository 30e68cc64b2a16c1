"""Normalises, then projects."""

import tensorflow as tf
from tensorflow import keras


class NormalizedDense(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.norm = keras.layers.BatchNormalization(momentum=0.0)
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.norm.build(input_shape)
        self.dense.build(input_shape)

    @tf.function
    def call(self, x):
        return self.dense(self.norm(x))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
