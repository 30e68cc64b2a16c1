"""What a class tells its base, or leaves to it, decides that the write never runs."""

import keras


# %% by a value
class Averaged(keras.layers.Layer):
    def __init__(self, kind="mean", **kwargs):
        super().__init__(**kwargs)
        self.kind = kind

    def build(self, input_shape):
        self.mean = self.add_weight(name="mean", shape=(), trainable=False)


class Median(Averaged):
    def __init__(self):
        super().__init__("median")

    def call(self, x):
        if self.kind == "mean":
            self.mean.assign_add(keras.ops.mean(x))
        return x - self.mean


# %% by its silence, two classes up
class Watched(keras.layers.Layer):
    def __init__(self, watch=False):
        super().__init__()
        self.watch = watch
        self.mean = self.add_weight(name="mean", shape=(), trainable=False)


class Middle(Watched):
    def __init__(self, units, watch=False):
        super().__init__(watch=watch)
        self.units = units


class Quiet(Middle):
    def __init__(self, units):
        super().__init__(units)

    def call(self, x):
        if self.watch:
            self.mean.assign_add(keras.ops.mean(x))
        return x
