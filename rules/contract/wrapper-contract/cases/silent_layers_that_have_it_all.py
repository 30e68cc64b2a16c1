import keras
from keras import layers


# %% a built-in one
def net(x):
    return layers.Bidirectional(layers.LSTM(4))(x)


# %% a subclass of one
class Slow(layers.LSTM):
    def call(self, x, **kwargs):
        return super().call(0.5 * x, **kwargs)


def slow(x):
    return layers.Bidirectional(Slow(4))(x)


# %% all three
class Both(layers.Layer):
    def __init__(self, go_backwards=False, return_sequences=True, return_state=False, **kwargs):
        super().__init__(**kwargs)
        self.go_backwards = go_backwards
        self.return_sequences = return_sequences
        self.return_state = return_state
        self.stateful = False

    def call(self, x):
        return x[:, ::-1] if self.go_backwards else x


def both(x):
    return layers.Bidirectional(Both())(x)


# %% a property
class Cell(layers.Layer):
    @property
    def state_size(self):
        return 4

    def call(self, x, states):
        return x, [states[0] + x]


def run(x):
    return layers.RNN(Cell())(x)


# %% a layer that is given
def given(x, layer):
    return layers.Bidirectional(layer)(x)
