"""What a constructor hands on, or its base changes, is not known: the write may run."""

import keras


# %% handed on
class Watched(keras.layers.Layer):
    def __init__(self, watch=False, **kwargs):
        super().__init__(**kwargs)
        self.watch = watch
        self.mean = self.add_weight(name="mean", shape=(), trainable=False)


class Loud(Watched):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def call(self, x):
        if self.watch:
            self.mean.assign_add(keras.ops.mean(x))  # LL102
        return x


# %% changed by the base
class Filled(keras.layers.Layer):
    def __init__(self, watch=None):
        super().__init__()
        if watch is None:
            watch = True
        self.watch = watch
        self.mean = self.add_weight(name="mean", shape=(), trainable=False)


class Default(Filled):
    def __init__(self):
        super().__init__()

    def call(self, x):
        if self.watch:
            self.mean.assign_add(keras.ops.mean(x))  # LL102
        return x
