# %% each by its own
from tensorflow import keras


class Gate(keras.layers.Layer):
    def __init__(self, opened, closed, **kwargs):
        super().__init__(**kwargs)
        self.opened = opened
        self.closed = closed

    def call(self, x):
        return self.opened(x) - self.closed(x)

# %% by names of their own
from tensorflow import keras


class Gate(keras.layers.Layer):
    def __init__(self, opened, closed, **kwargs):
        super().__init__(**kwargs)
        self.first = opened
        self.second = closed

    def call(self, x):
        return self.first(x) - self.second(x)

# %% one of them twice
from tensorflow import keras


class Copy(keras.Model):
    def __init__(self, online, target):
        super().__init__()
        self.online = online
        self.target = online

    def call(self, x):
        return self.online(x)

# %% changed before
from tensorflow import keras


class Sorted(keras.layers.Layer):
    def __init__(self, low, high, **kwargs):
        super().__init__(**kwargs)
        if low > high:
            low, high = high, low
        self.low = low
        self.high = high

    def call(self, x):
        return self.low + (self.high - self.low) * x

# %% where it depends
from tensorflow import keras


class Swap(keras.layers.Layer):
    def __init__(self, low, high, swap=False, **kwargs):
        super().__init__(**kwargs)
        self.low, self.high = low, high
        if swap:
            self.low = high
            self.high = low

    def call(self, x):
        return self.low + (self.high - self.low) * x
