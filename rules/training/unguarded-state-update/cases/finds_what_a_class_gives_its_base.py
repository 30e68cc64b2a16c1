"""A function that a class gives the constructor of its base runs where the base calls it."""

import keras


def counted(layer):
    layer.seen.assign_add(1.0)  # LL102


class Watched(keras.layers.Layer):
    def __init__(self, watch=None, **kwargs):
        super().__init__(**kwargs)
        self.watch = watch

    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, x):
        if self.watch is not None:
            self.watch(self)
        return x - self.seen


class Counting(Watched):
    def __init__(self, **kwargs):
        super().__init__(counted, **kwargs)
