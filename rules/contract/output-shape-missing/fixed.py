"""A chain of gates for the readings of a weather station."""

import tensorflow as tf
from tensorflow import keras


class Gate(keras.layers.Layer):
    """Lets a part of the readings through."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        self.built = True

    def call(self, x):
        return tf.nn.relu(tf.matmul(x, self.kernel))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)


class Chain(keras.layers.Layer):
    """One gate after the other."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.gates = [Gate(size) for size in units]

    def build(self, input_shape):
        shape = input_shape
        for gate in self.gates:
            gate.build(shape)
            shape = gate.compute_output_shape(shape)
        self.built = True

    def call(self, x):
        for gate in self.gates:
            x = gate(x)
        return x
