from tensorflow import keras
from tensorflow.keras import layers


# %% appended
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
    def __init__(self, units=[8], **kwargs):  # here  # LL412
        super().__init__(**kwargs)
        units.append(1)
        self.units = list(units)


# %% an entry
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
    def __init__(self, options={}, **kwargs):  # here  # LL412
        super().__init__(**kwargs)
        options["axis"] = -1
        self.options = dict(options)


# %% in call
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
    def call(self, x, seen=[]):  # here  # LL412
        seen.append(x)
        return sum(seen)


# %% stored and changed
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
    def __init__(self, units=[], **kwargs):  # here  # LL412
        super().__init__(**kwargs)
        self.units = units

    def grow(self, size):
        self.units.append(size)
