import tensorflow as tf
from keras import ops
from tensorflow.keras import layers


# %% no dtype is needed
class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = [units, units]

    def get_initial_state(self, batch_size=None):
        return [tf.zeros((batch_size, self.units)), tf.ones((batch_size, self.units))]

    def call(self, x, states):
        return x, [states[0], states[1]]


# %% None is reckoned with
class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        if inputs is not None:
            batch_size = tf.shape(inputs)[0]
            dtype = inputs.dtype
        return [tf.zeros((batch_size, self.units), dtype or "float32")]

    def call(self, x, states):
        return x, [states[0]]


# %% keras.ops takes None
class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        return [ops.zeros((batch_size, self.units), dtype=dtype)]

    def call(self, x, states):
        return x, list(states)


# %% any arguments
class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.state_size = units

    def get_initial_state(self, **kwargs):
        return [tf.zeros((kwargs["batch_size"], self.state_size))]

    def call(self, x, states):
        return x, states


# %% no cell
class Memory(layers.Layer):
    def get_initial_state(self, inputs):
        return [tf.zeros_like(inputs)]

    def call(self, x, states):
        return x, [states[0], states[0]]
