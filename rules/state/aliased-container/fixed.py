"""A stack of dense layers."""

from tensorflow import keras


class Stack(keras.layers.Layer):
    def __init__(self, units=(4, 2), **kwargs):
        super().__init__(**kwargs)
        self.units = tuple(units)
        blocks = []
        self.blocks = blocks
        for size in self.units:
            self.blocks.append(keras.layers.Dense(size))

    def call(self, x):
        for block in self.blocks:
            x = block(x)
        return x

    def get_config(self):
        return {**super().get_config(), "units": self.units}
