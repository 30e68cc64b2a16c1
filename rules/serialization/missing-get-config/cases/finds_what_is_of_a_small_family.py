# %% two of a family, of which one might have a config as well
import keras


class Network(keras.layers.Layer):
    def __init__(self, spec=None, name=None):
        super().__init__(name=name)
        self.spec = spec


class Masked(Network):
    def __init__(self, splitter, spec=None, name=None):  # LL501
        super().__init__(spec, name)
        self.splitter = splitter

    def call(self, x):
        return self.splitter(x)


class Values(Network):
    pass


# %% a docstring that is about what else is saved
import keras


class Circuit(keras.layers.Layer):
    """Runs a function of the simulator. Its weights are saved with the model."""

    def __init__(self, function, **kwargs):  # LL501
        super().__init__(**kwargs)
        self.function = function

    def call(self, x):
        return self.function(x)
