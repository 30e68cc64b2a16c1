"""An abstract class, by its docstring: its subclasses are loaded, and some fix the argument."""

from keras import layers


class Pool(layers.Layer):
    """Abstract pooling layer, the base of those of one and of two dimensions."""

    def __init__(self, rank, size=2, **kwargs):
        super().__init__(**kwargs)
        self.rank = rank
        self.size = size

    def call(self, inputs):
        return inputs[(slice(None), *[slice(None, None, self.size)] * self.rank)]

    def get_config(self):
        return {**super().get_config(), "size": self.size}


class Pool1D(Pool):
    def __init__(self, size=2, **kwargs):
        super().__init__(1, size, **kwargs)


class Chosen(Pool):
    def __init__(self, rank, size=2, **kwargs):
        super().__init__(rank, size, **kwargs)

    def get_config(self):
        return {**super().get_config(), "rank": self.rank}
