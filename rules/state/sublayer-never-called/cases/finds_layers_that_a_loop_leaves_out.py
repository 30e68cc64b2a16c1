# Run: the layers in front have no weights when the model has run.
# %% by a test at the head of the loop
import keras
from keras import layers


class Net(keras.Model):
    def __init__(self, depth, **kwargs):
        super().__init__(**kwargs)
        self.denses = [layers.Dense(8) for _ in range(depth)]
        self.norms = [layers.LayerNormalization() for _ in range(depth)]
        self.out = layers.Dense(1)

    def call(self, x):
        for i, (dense, norm) in enumerate(zip(self.denses, self.norms)):
            if i < 2:  # LL234
                continue
            x = norm(dense(x))
        return self.out(x)


# %% by a slice
import tensorflow as tf
from tensorflow.keras import layers


class Tower(layers.Layer):
    def __init__(self, widths, **kwargs):
        super().__init__(**kwargs)
        self.blocks = [layers.Dense(width, activation="relu") for width in widths]

    def call(self, x):
        for block in self.blocks[1:]:  # LL234
            x = block(x)
        return x


# %% of a list that is filled, and numbered
from tensorflow.keras import layers


class Stack(layers.Layer):
    def __init__(self, depth, **kwargs):
        super().__init__(**kwargs)
        self.steps = []
        for n in range(depth):
            self.steps.append(layers.Conv1D(8, 3, padding="same", name=f"step{n}"))

    def call(self, x):
        for i, step in enumerate(self.steps):
            if i == 0:  # LL234
                continue
            x = x + step(x)
        return x
