from tensorflow import keras
from tensorflow.keras import layers


# %% a layer
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
    def __init__(self, factor):  # here  # LL401
        self.factor = factor


# %% a model
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


class Net(keras.Model):
    def __init__(self):  # here  # LL401
        self.dense = layers.Dense(1)


# %% a layer of the project
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
    def __init__(self, factor, **kwargs):  # here  # LL401
        self.factor = factor


# %% a built-in layer
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
    def __init__(self, units):  # here  # LL401
        self.units = 2 * units


# %% misspelt
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
    def __init__(self, **kwargs):  # here  # LL401
        super().__int__(**kwargs)
