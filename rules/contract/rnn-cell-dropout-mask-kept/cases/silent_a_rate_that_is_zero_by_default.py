import tensorflow as tf
from tensorflow.keras.layers import GRUCell, Layer, RNN


class ResidualStack(Layer):
    """Several cells, each added to its input."""

    def __init__(self, units, depth=2, dropout=0.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.cells = []
        for _ in range(depth):
            self.cells.append(GRUCell(units, dropout=dropout))
        self.state_size = [units] * depth
        self.output_size = units

    def call(self, x, states, training=None):
        new_states = []
        for cell, state in zip(self.cells, states):
            out, state = cell(x, [state], training=training)
            x = x + out
            new_states.append(state[0] if isinstance(state, (list, tuple)) else state)
        return x, new_states


class Speech(tf.keras.Model):
    def __init__(self, units=4):
        super().__init__()
        self.rnn = RNN(ResidualStack(units))
        self.drop = tf.keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        x = self.drop(x, training=training)
        return self.rnn(x, training=training)
