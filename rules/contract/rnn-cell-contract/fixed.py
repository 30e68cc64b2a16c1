"""A leaking tank, filled to the brim at first."""

import tensorflow as tf
from tensorflow import keras


class TankCell(keras.layers.Layer):
    """Some of the water leaks, and rain comes in."""

    def __init__(self, units, leak=0.9, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.leak = leak
        self.state_size = units
        self.output_size = units

    def build(self, input_shape):
        self.roof = self.add_weight(name="roof", shape=(input_shape[-1], self.units))

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        return [tf.ones((batch_size, self.units), dtype or self.compute_dtype)]

    def call(self, rain, states):
        water = self.leak * states[0] + tf.matmul(rain, self.roof)
        return water, [water]
