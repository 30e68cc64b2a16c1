# %% each its own
from tensorflow import keras


class Tower(keras.layers.Layer):
    blocks = []

    def __init__(self, depth, width, **kwargs):
        super().__init__(**kwargs)
        self.blocks = []
        for _ in range(depth):
            self.blocks.append(keras.layers.Dense(width))

    def call(self, x):
        for block in self.blocks:
            x = block(x)
        return x

# %% no layers
from tensorflow import keras


class Named(keras.layers.Layer):
    names = []

    def __init__(self, name, **kwargs):
        super().__init__(name=name, **kwargs)
        self.names.append(name)

    def call(self, x):
        return x
