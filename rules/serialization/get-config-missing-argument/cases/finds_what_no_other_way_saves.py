# %% the attribute is one that the base saves, and has another name
from keras import activations, layers


class Squashed(layers.Dense):  # LL502
    def __init__(self, units, squash="relu", **kwargs):
        super().__init__(units, **kwargs)
        self.squash = activations.get(squash)

    def call(self, x):
        return self.squash(super().call(x))


# %% the base saves no such attribute
from keras import layers


class Gate(layers.Dense):  # LL502
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(units, **kwargs)
        self.rate = rate

    def call(self, x):
        return self.rate * super().call(x)


# %% what is built is told of something else
from keras import layers


class Scaled(layers.Layer):
    def __init__(self, units, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.scale = scale

    def call(self, x):
        return x * self.scale

    def get_config(self):  # LL502
        return {**super().get_config(), "units": self.units}

    def get_build_config(self):
        return {"input_shape": (None, self.units)}

    def build_from_config(self, config):
        self.build(config["input_shape"])


# %% the model's `save` writes the file of Keras
import keras


class Net(keras.Model):
    def __init__(self, units, scale=1.0, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.scale = scale

    def call(self, x):
        return x * self.scale

    def save(self, path):
        super().save(path)

    def get_config(self):  # LL502
        return {**super().get_config(), "units": self.units}


# %% a size that the base of Keras takes and does not save
from keras import layers


class Project(layers.Layer):
    def __init__(self, input_dim, output_dim, **kwargs):
        super().__init__(**kwargs)
        self.input_dim = input_dim
        self.output_dim = output_dim

    def call(self, x):
        return x * self.input_dim

    def get_config(self):  # LL502
        return {**super().get_config(), "output_dim": self.output_dim}
