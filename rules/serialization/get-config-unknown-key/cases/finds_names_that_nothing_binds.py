import keras
import numpy as np

WIDTH = 8


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


# %% what is bound somewhere
class Bound(keras.layers.Layer):
    def __init__(self, width=WIDTH, sizes=(), mode=None, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.sizes = sizes
        self.mode = mode

    def get_config(self):
        import json

        width = self.width
        return {
            **super().get_config(),
            "width": max(width, WIDTH),
            "sizes": [int(size) for size in self.sizes],
            "mode": json.dumps(self.mode),
        }


# %% what is only read where it may be there
class Guarded(keras.layers.Layer):
    def __init__(self, mode=None, **kwargs):
        super().__init__(**kwargs)
        self.mode = mode

    def get_config(self):
        config = super().get_config()
        try:
            config["mode"] = MODE
        except NameError:
            config["mode"] = self.mode
        return config
