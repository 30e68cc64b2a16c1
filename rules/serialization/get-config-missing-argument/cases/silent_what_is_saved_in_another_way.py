# %% the size is taken out of the keywords where the config of the base holds it
from keras import layers


class Target(layers.Dense):
    def __init__(self, feature=None, activation=None, **kwargs):
        if feature is not None:
            units = len(feature)
        else:
            units = kwargs.pop("units")
        super().__init__(units, activation, **kwargs)


# %% the attributes are those that the config of the base reads
from keras import activations, layers


class Squashed(layers.Dense):
    def __init__(self, units, activation="relu", use_bias=True, **kwargs):
        super().__init__(units, **kwargs)
        self.activation = activations.get(activation)
        self.use_bias = use_bias


# %% what is built is told of it
from keras import layers


class Scaled(layers.Layer):
    def __init__(self, units, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.scale = scale

    def call(self, x):
        return x * self.scale

    def get_config(self):
        return {**super().get_config(), "units": self.units}

    def get_build_config(self):
        return {"input_shape": (None, self.units), "scale": self.scale}

    def build_from_config(self, config):
        self.scale = config["scale"]
        self.build(config["input_shape"])


# %% it lies among the weights
import numpy as np
from keras import layers


class Scaled(layers.Layer):
    def __init__(self, units, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.scale = scale

    def call(self, x):
        return x * self.scale

    def get_config(self):
        return {**super().get_config(), "units": self.units}

    def save_own_variables(self, store):
        store["scale"] = np.array(self.scale)

    def load_own_variables(self, store):
        self.scale = float(store["scale"][()])


# %% the model writes a file of its own
import json

import keras


class Net(keras.Model):
    def __init__(self, units, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.scale = scale

    def call(self, x):
        return x * self.scale

    def save(self, path):
        with open(path, "w") as file:
            json.dump({"units": self.units, "scale": self.scale}, file)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
