# %% exchanged
import tensorflow as tf
from tensorflow.keras import layers


class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = [units, units]

    def call(self, inputs, states):
        hidden, carry = states
        carry = 0.9 * carry + inputs
        hidden = tf.tanh(carry) + 0.1 * hidden
        return hidden, [carry, hidden]  # LL420

# %% one place on
from tensorflow.keras import layers


class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.state_size = [units, units, units]

    def call(self, x, states):
        a, b, c = states
        a = a + x
        return a, (b, c, a)  # LL420
