"""A lock gate that is open or shut, in front of a flow model."""

import tensorflow as tf
from tensorflow import keras


class LockGate(keras.layers.Layer):
    """Opens or shuts each gate, by the water levels."""

    def __init__(self, gates, **kwargs):
        super().__init__(**kwargs)
        self.gates = gates
        self.lever = keras.layers.Dense(gates, activation="sigmoid")

    def build(self, input_shape):
        self.lever.build(input_shape)
        self.built = True

    def call(self, levels):
        lever = self.lever(levels)
        return lever + tf.stop_gradient(tf.round(lever) - lever)

    def get_config(self):
        return {**super().get_config(), "gates": self.gates}
