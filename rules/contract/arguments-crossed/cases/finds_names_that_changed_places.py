# %% of a layer
from tensorflow import keras


class Gate(keras.layers.Layer):
    def __init__(self, opened, closed, **kwargs):
        super().__init__(**kwargs)
        self.opened = closed  # LL448
        self.closed = opened

    def call(self, x):
        return self.opened(x) - self.closed(x)

# %% at once
import keras


class Pair(keras.Model):
    def __init__(self, left, right):
        super().__init__()
        self.left, self.right = right, left  # LL448

    def call(self, x):
        return self.left(x) - self.right(x)

# %% with others between
from tensorflow.keras import layers


class Span(layers.Layer):
    def __init__(self, low=0.0, high=1.0, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.high = low  # LL448
        self.scale = scale
        self.low = high

    def call(self, x):
        return self.low + (self.high - self.low) * self.scale * x

# %% of keywords
from keras import layers


class Mix(layers.Layer):
    def __init__(self, *, first, second, **kwargs):
        super().__init__(**kwargs)
        self.second = first  # LL448
        self.first = second

    def call(self, x):
        return self.first(x) - self.second(x)
