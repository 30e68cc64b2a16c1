# %% `stack` is what joins tensors, and a frame is one of a video
import keras
from toolbox import default_settings


def stack(frames):
    return keras.ops.stack(frames)


class Joined(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):  # LL507
        super().__init__(**kwargs)
        self.units = stack([units, 1])
        self.settings = default_settings()

    def call(self, x):
        return x * self.units


# %% a function that is told what to use
import keras
from toolbox import parse_args


class Joined(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):  # LL507
        super().__init__(**kwargs)
        self.options = parse_args(units)

    def call(self, x):
        return x
