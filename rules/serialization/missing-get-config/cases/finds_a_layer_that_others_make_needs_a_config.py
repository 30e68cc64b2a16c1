import keras
from keras import layers


# %% nothing makes it
class Block(layers.Layer):
    def __init__(self, inner, **kwargs):  # LL501
        super().__init__(**kwargs)
        self.inner = inner

    def call(self, x):
        return self.inner(x)


# %% a function for a functional model too
class Block(layers.Layer):
    def __init__(self, inner, **kwargs):  # LL501
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


def build():
    x = keras.Input((3,))
    return Block(layers.Dense(3))(x)


# %% a script
class Block(layers.Layer):
    def __init__(self, inner, **kwargs):  # LL501
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


block = Block(layers.Dense(3))
