import keras
import numpy as np


# %% a local of another method
class Patches(keras.layers.Layer):
    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.size = size

    def build(self, input_shape):
        num_patches = input_shape[1] // self.size
        self.positions = self.add_weight(shape=(num_patches,), name="positions")

    def call(self, inputs):
        return inputs + self.positions

    def get_config(self):
        config = super().get_config()
        config.update({"size": self.size, "num_patches": num_patches})  # LL504
        return config


# %% arguments of the constructor
class Scale(keras.layers.Layer):
    def __init__(self, scale=2.0, axis=-1, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale
        self.axis = axis

    def get_config(self):
        return {**super().get_config(), "scale": scale, "axis": axis}  # LL504


# %% within an expression
class Shift(keras.layers.Layer):
    def __init__(self, offsets=(), **kwargs):
        super().__init__(**kwargs)
        self.offsets = offsets

    def get_config(self):
        config = super().get_config()
        config["offsets"] = np.asarray(offsets).tolist()  # LL504
        return config
