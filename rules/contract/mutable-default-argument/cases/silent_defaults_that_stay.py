from tensorflow import keras
from tensorflow.keras import layers


# %% only read
class Base(layers.Layer):
    def __init__(self, depth=1, **kwargs):
        super().__init__(**kwargs)
        self.depth = depth

    def call(self, x):
        return x


class Closed(layers.Layer):
    def __init__(self, depth):
        super().__init__()
        self.depth = depth

    def call(self, x):
        return x


class Stack(layers.Layer):
    def __init__(self, units=[8, 4], **kwargs):
        super().__init__(**kwargs)
        self.dense = [layers.Dense(size) for size in units]


# %% copied first
class Base(layers.Layer):
    def __init__(self, depth=1, **kwargs):
        super().__init__(**kwargs)
        self.depth = depth

    def call(self, x):
        return x


class Closed(layers.Layer):
    def __init__(self, depth):
        super().__init__()
        self.depth = depth

    def call(self, x):
        return x


class Stack(layers.Layer):
    def __init__(self, units=[8], **kwargs):
        super().__init__(**kwargs)
        units = list(units)
        units.append(1)
        self.units = units


# %% no default
class Base(layers.Layer):
    def __init__(self, depth=1, **kwargs):
        super().__init__(**kwargs)
        self.depth = depth

    def call(self, x):
        return x


class Closed(layers.Layer):
    def __init__(self, depth):
        super().__init__()
        self.depth = depth

    def call(self, x):
        return x


class Stack(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        units.append(1)
