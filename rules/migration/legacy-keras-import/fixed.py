"""A projection followed by a learned gain."""

from keras.layers import Layer
from keras.layers import Dense


class GainedDense(Layer):
    """Projects to `units` features and multiplies each by a gain of its own."""

    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = Dense(units)

    def build(self, input_shape):
        self.gain = self.add_weight(name="gain", shape=(self.units,), initializer="ones")
        self.dense.build(input_shape)

    def call(self, inputs):
        return self.gain * self.dense(inputs)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
