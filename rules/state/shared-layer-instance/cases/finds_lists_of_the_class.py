# %% filled by the constructor
from tensorflow import keras


class Tower(keras.layers.Layer):
    blocks = []  # LL217

    def __init__(self, depth, width, **kwargs):
        super().__init__(**kwargs)
        for _ in range(depth):
            self.blocks.append(keras.layers.Dense(width))

    def call(self, x):
        for block in self.blocks:
            x = block(x)
        return x

# %% of a model
import keras
from keras import layers


class Net(keras.Model):
    heads = []  # LL217

    def __init__(self, outputs):
        super().__init__()
        self.heads.append(layers.Dense(outputs))

    def call(self, x):
        return [head(x) for head in self.heads]
