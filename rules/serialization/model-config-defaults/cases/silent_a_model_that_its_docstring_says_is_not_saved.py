import keras
from keras import layers


class Core(keras.Model):
    """The trunk of other networks.

    It is a part of those, and is not meant to be saved or loaded on its own.
    """

    def __init__(self, units=8):
        super().__init__()
        self.head = layers.Dense(units)

    def call(self, x):
        return self.head(x)


core = Core(16)
core.save("core.keras")
