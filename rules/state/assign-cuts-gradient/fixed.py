"""A dense layer whose kernel is a direction times a length."""

import tensorflow as tf
from tensorflow import keras


class NormedDense(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.direction = self.add_weight(name="v", shape=shape, initializer="glorot_uniform")
        self.length = self.add_weight(name="g", shape=(self.units,), initializer="ones")

    def call(self, x):
        kernel = self.length * tf.math.l2_normalize(self.direction, axis=0)
        return tf.matmul(x, kernel)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
