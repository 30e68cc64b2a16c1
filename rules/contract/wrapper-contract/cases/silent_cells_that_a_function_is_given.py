import keras
from keras import layers


class Gate(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.state_size = units
        self.mix = layers.Dense(units)

    def call(self, x, states):
        h = keras.ops.tanh(self.mix(x)) * states[0]
        return h, [h]


def recurrent(cell, units):
    return layers.RNN(cell(units))


def tagger(x, other):
    return recurrent(Gate, 16)(x), layers.RNN(other(3))(x)


# %% a function that asks what it is given
class Step(layers.Layer):
    def call(self, x):
        return x


def run(kind, units):
    if issubclass(kind, layers.LSTMCell):
        return layers.RNN(kind(units))
    return kind()


def both(x):
    return run(Step, 3)(x), run(layers.LSTMCell, 3)(x)
