import tensorflow as tf
from tensorflow.keras import layers


# %% inputs are used
class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):  # LL420
        return [tf.zeros((tf.shape(inputs)[0], self.units))]

    def call(self, x, states):
        return x, [states[0] + 1.0]


# %% an argument that is not passed
class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units

    def get_initial_state(self, batch_size, dtype):  # LL420
        return [tf.zeros((batch_size, self.units), "float32")]

    def call(self, x, states):
        return x, [states[0] + 1.0]


# %% the size of the batch by another name
class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    @property
    def state_size(self):
        return self.units

    def get_initial_state(self, inputs=None, size=None):  # LL420
        return [tf.zeros((size, self.units))]

    def call(self, x, states):
        return x, [states[0] + 1.0]


# %% two states for one
class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units

    def call(self, x, states):
        h = x + states[0]
        return h, [h, h]  # LL420


# %% one state for two
class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.state_size = [units, units]

    def call(self, x, states):
        h = x + states[0]
        return h, [h]  # LL420
