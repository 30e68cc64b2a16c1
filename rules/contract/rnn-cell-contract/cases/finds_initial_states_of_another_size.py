# Run on both generations: the recurrence raises that the sizes differ.
# %% the second has the size of the first
import tensorflow as tf


class MemoryCell(tf.keras.layers.Layer):
    def __init__(self, units, length, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.length = length
        self.state_size = [units, length]

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        self.write = self.add_weight(name="write", shape=(self.units, self.length))

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        dtype = dtype or self.compute_dtype
        return [
            tf.zeros((batch_size, self.units), dtype),
            tf.zeros((batch_size, self.units), dtype),  # LL420
        ]

    def call(self, inputs, states):
        h, memory = states
        h = tf.tanh(tf.matmul(inputs, self.kernel) + h)
        return h, [h, memory + tf.matmul(h, self.write)]


# %% changed with one another, by a property
import keras
from keras import ops


class Pair(keras.layers.Layer):
    def __init__(self, fast, slow, **kwargs):
        super().__init__(**kwargs)
        self.fast = fast
        self.slow = slow

    @property
    def state_size(self):
        return (self.fast, self.slow)

    def get_initial_state(self, batch_size=None):
        slow = ops.zeros((batch_size, self.slow))  # LL420
        fast = ops.zeros((batch_size, self.fast))
        return [slow, fast]

    def call(self, x, states):
        return x, [states[0], states[1]]


# %% one is forgotten
import tensorflow as tf
from tensorflow.keras import layers


class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = [units, units]

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):  # LL420
        return [tf.zeros((batch_size, self.units))]

    def call(self, x, states):
        return x, [states[0], states[1]]


# %% numbers
import tensorflow as tf
from tensorflow.keras import layers


class Counter(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.state_size = [8, 1]

    def get_initial_state(self, batch_size=None):
        return [tf.zeros([batch_size, 8]), tf.zeros([batch_size, 2])]  # LL420

    def call(self, x, states):
        return x, [states[0], states[1]]
