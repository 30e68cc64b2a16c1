import keras
from keras import layers


class Smooth(layers.Layer):
    def call(self, x):
        return x[:, ::-1]


class Forward(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.go_backwards = False

    def call(self, x):
        return x


# %% both ways
def net(x):
    return layers.Bidirectional(Smooth())(x)  # LL422


# %% by keyword
def wide(x):
    return layers.Bidirectional(layer=Smooth(name="s"), merge_mode="sum")(x)  # LL422


# %% one attribute of three
def half(x):
    return layers.Bidirectional(Forward())(x)  # LL422


# %% what every layer of Keras 2 had
class Mirror(layers.Layer):
    def __init__(self, go_backwards=False, **kwargs):
        super().__init__(**kwargs)
        self.go_backwards = go_backwards
        self.return_sequences, self.return_state = True, False

    def call(self, x):
        return x


def mirror(x):
    return layers.Bidirectional(Mirror())(x)  # LL422


# %% a cell
def run(x):
    return layers.RNN(cell=Smooth(), return_sequences=True)(x)  # LL422


# %% by way of a name
class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.step = layers.Dense(units)

    def call(self, x, states):
        h = self.step(x) + states[0]
        return h, [h]


def encoder(sequence, units):
    cell = Cell(units)
    return layers.RNN(cell, return_sequences=True)(sequence)  # LL422
