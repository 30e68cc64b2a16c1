import keras


class Cell(keras.layers.GRUCell):
    pass


class Recurrent(keras.layers.GRU):
    def __init__(self, units, activation="tanh", seed=None, return_sequences=False, **kwargs):
        cell = Cell(units, activation=activation, seed=seed)
        super(keras.layers.GRU, self).__init__(cell, return_sequences=return_sequences, **kwargs)

    def get_config(self):
        return {**super().get_config(), "bits": 8}

    @classmethod
    def from_config(cls, config):
        config.pop("bits")
        return cls(**config)
