"""A stack of equal dense layers."""

from tensorflow import keras


class DenseStack(keras.layers.Layer):
    def __init__(self, units=4, depth=3, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.depth = depth
        self.blocks = [keras.layers.Dense(units, activation="relu") for _ in range(depth)]

    def call(self, x):
        for block in self.blocks:
            x = block(x)
        return x

    def get_config(self):
        return {**super().get_config(), "units": self.units, "depth": self.depth}
