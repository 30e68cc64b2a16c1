from tensorflow import keras
from tensorflow.keras import layers


# %% itself
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


class Scale(layers.Layer):
    def __init__(self, **kwargs):
        super(Scale, self).__init__(**kwargs)


# %% a base that is skipped
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


class Scale(Base):
    def __init__(self, **kwargs):
        super(Base, self).__init__(**kwargs)


# %% a built-in layer that is skipped
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


class Wide(layers.Dense):
    def __init__(self, units, **kwargs):
        super(layers.Dense, self).__init__(**kwargs)


# %% in a function
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


def make():
    class Scale(layers.Layer):
        def __init__(self, **kwargs):
            super(Scale, self).__init__(**kwargs)

    return Scale


# %% an unknown class
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


class Scale(layers.Layer):
    def __init__(self, **kwargs):
        super(Unknown, self).__init__(**kwargs)
