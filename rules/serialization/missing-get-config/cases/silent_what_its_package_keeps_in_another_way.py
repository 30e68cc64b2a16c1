# %% a family of networks without a config for any of them
import keras


class Network(keras.layers.Layer):
    def __init__(self, spec=None, name=None):
        super().__init__(name=name)
        self.spec = spec

    def copy(self, **changes):
        return type(self)(**changes)


class Masked(Network):
    def __init__(self, splitter, spec=None, name=None):
        super().__init__(spec, name)
        self.splitter = splitter

    def call(self, x):
        return self.splitter(x)


class Values(Network):
    pass


class Actions(Network):
    pass


class Encodings(Network):
    pass


class Projections(Network):
    pass


# %% a docstring that says so
import keras


class Circuit(keras.layers.Layer):
    """Runs a function of the simulator, which cannot be saved: make it anew instead."""

    def __init__(self, function, **kwargs):
        super().__init__(**kwargs)
        self.function = function

    def call(self, x):
        return self.function(x)
