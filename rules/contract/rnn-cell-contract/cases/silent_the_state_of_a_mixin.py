import keras
from keras import ops


class ZeroStart:
    def get_initial_state(self, batch_size=None):
        return [ops.zeros((batch_size, size)) for size in self.state_size]


class Leaky(ZeroStart, keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.state_size = [units]

    def call(self, inputs, states):
        return states[0], [states[0] + inputs]


# %% a property that declares as many
class Peephole(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    @property
    def state_size(self):
        if self.units is None:
            return self.units
        return (self.units, self.units)

    def call(self, inputs, states):
        h = states[0] + inputs
        return h, (h, h)


class Single(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    @property
    def state_size(self):
        return self.units

    def call(self, inputs, states):
        return states[0], (states[0] + inputs,)
