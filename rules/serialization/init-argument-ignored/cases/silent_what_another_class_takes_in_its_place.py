# %% two ways to bring features together, to be exchanged for each other
from keras import layers


class Added(layers.Layer):
    def __init__(self, filters=None, use_bias=None, **kwargs):
        super().__init__(**kwargs)
        self.add = layers.Add()

    def call(self, x):
        return self.add([x[0], x[1]])


class Joined(layers.Layer):
    def __init__(self, filters=None, use_bias=None, **kwargs):
        super().__init__(**kwargs)
        self.join = layers.Concatenate()
        self.convolve = layers.Conv2D(filters, 1, use_bias=use_bias)

    def call(self, x):
        return self.convolve(self.join([x[0], x[1]]))
