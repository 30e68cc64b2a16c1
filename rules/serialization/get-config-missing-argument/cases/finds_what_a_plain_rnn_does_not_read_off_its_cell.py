import keras


class Recurrent(keras.layers.RNN):
    def __init__(self, units, activation="tanh", **kwargs):
        cell = keras.layers.GRUCell(units, activation=activation)
        super().__init__(cell, **kwargs)

    def get_config(self):  # LL502
        return super().get_config()


class Gated(keras.layers.GRU):
    def __init__(self, units, gates=2, **kwargs):
        cell = keras.layers.GRUCell(units)
        super(keras.layers.GRU, self).__init__(cell, **kwargs)
        self.gates = gates

    def get_config(self):  # LL502
        return super().get_config()
