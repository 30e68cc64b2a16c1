import keras
from keras import layers


# %% in the constructor of a model
class Block(layers.Layer):
    def __init__(self, inner, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner

    def call(self, x):
        return self.inner(x)


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.block = Block(layers.Dense(3))

    def call(self, x):
        return self.block(x)


# %% by a function that only a layer calls
class Block(layers.Layer):
    def __init__(self, inner, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner

    def call(self, x):
        return self.inner(x)


def block(units):
    return Block(layers.Dense(units))


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.block = block(3)

    def call(self, x):
        return self.block(x)


# %% through a table
class Block(layers.Layer):
    def __init__(self, inner, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner

    def call(self, x):
        return self.inner(x)


BLOCKS = {"plain": Block}


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.block = BLOCKS["plain"](layers.Dense(3))

    def call(self, x):
        return self.block(x)


# %% and is asked for elsewhere
class Block(layers.Layer):
    def __init__(self, inner, **kwargs):
        super().__init__(**kwargs)
        self.inner = inner

    def call(self, x):
        return self.inner(x)


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.block = Block(layers.Dense(3))

    def call(self, x):
        return self.block(x)


def is_block(x):
    return isinstance(x, Block)
