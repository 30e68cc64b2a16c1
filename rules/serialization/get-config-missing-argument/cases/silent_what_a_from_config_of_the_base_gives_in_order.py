import keras


class Wrapper(keras.layers.Layer):
    def __init__(self, layer, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return self.layer(x)

    def get_config(self):
        return {**super().get_config(), "layer": keras.layers.serialize(self.layer)}

    @classmethod
    def from_config(cls, config):
        layer = keras.layers.deserialize(config.pop("layer"))
        return cls(layer, **config)


class CellWrapper(Wrapper):
    def __init__(self, cell, **kwargs):
        super().__init__(cell, **kwargs)
        self.cell = cell
        self.state_size = cell.state_size
