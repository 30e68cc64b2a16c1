# %% as declared, by names
import tensorflow as tf
from tensorflow.keras import layers


class MemoryCell(layers.Layer):
    def __init__(self, units, length, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.length = length
        self.state_size = [units, length]

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        h = tf.zeros((batch_size, self.units))
        shape = [batch_size, self.length]
        return [h, tf.zeros(shape)]

    def call(self, x, states):
        return x, [states[0], states[1]]


# %% an attribute that may be the same number
import tensorflow as tf
from tensorflow.keras import layers


class Cell(layers.Layer):
    def __init__(self, units, width=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.width = width or units
        self.state_size = [units, units]

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        return [tf.zeros((batch_size, self.units)), tf.zeros((batch_size, self.width))]

    def call(self, x, states):
        return x, [states[0], states[1]]


# %% states of more axes, and of what is not seen
import tensorflow as tf
from tensorflow.keras import layers


class Stack(layers.Layer):
    def __init__(self, units, depth, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.depth = depth
        self.state_size = [tf.TensorShape([depth, units]), units]

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        return [tf.zeros((batch_size, self.depth, self.units)), self._begin(batch_size)]

    def _begin(self, batch_size):
        return tf.zeros((batch_size, self.units))

    def call(self, x, states):
        return x, [states[0], states[1]]


# %% a list of states is made
import tensorflow as tf
from tensorflow.keras import layers


class Cells(layers.Layer):
    def __init__(self, sizes, **kwargs):
        super().__init__(**kwargs)
        self.sizes = sizes
        self.state_size = sizes

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        return [tf.zeros((batch_size, size)) for size in self.sizes]

    def call(self, x, states):
        return x, list(states)


# %% a cell within, which has several, and a name for several
import tensorflow as tf
from tensorflow.keras import layers


class Wrapped(layers.Layer):
    def __init__(self, cell, **kwargs):
        super().__init__(**kwargs)
        self.cell = cell
        self.state_size = [8, 8]

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        return self.cell.get_initial_state(batch_size=batch_size)

    def call(self, x, states):
        return x, [states[0], states[1]]


class Several(layers.Layer):
    def __init__(self, sizes, **kwargs):
        super().__init__(**kwargs)
        self.sizes = sizes
        self.state_size = sizes

    def get_initial_state(self, inputs=None, batch_size=None, dtype=None):
        return [tf.zeros((batch_size, 8)), tf.zeros((batch_size, 4))]

    def call(self, x, states):
        return x, list(states)
