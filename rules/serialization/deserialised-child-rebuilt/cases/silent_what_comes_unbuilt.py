"""What is made of a plain config, or of other keys, has no weights yet: `build` makes them."""

import keras


@keras.saving.register_keras_serializable()
class Mixed(keras.layers.Layer):
    def __init__(self, cell, bias=1.0, **kwargs):
        super().__init__(**kwargs)
        self.cell = cell
        self.bias = bias

    def build(self, shape):
        self.cell.build(shape)

    def call(self, x):
        return self.cell(x) + self.bias

    def get_config(self):
        return {"cell": self.cell.get_config(), "bias": self.bias}

    @classmethod
    def from_config(cls, config):
        return cls(keras.layers.Dense.from_config(config["cell"]), config["bias"])


@keras.saving.register_keras_serializable()
class Memory(keras.layers.Layer):
    def __init__(self, network, **kwargs):
        super().__init__(**kwargs)
        self.network = network
        self.units = network.units

    def build(self, shape):
        self.network.build(shape)

    def call(self, x):
        return self.network(x)

    def get_config(self):
        return {**super().get_config(), "units": self.units}

    @classmethod
    def from_config(cls, config):
        return cls(keras.layers.Dense(config.pop("units")), **config)
