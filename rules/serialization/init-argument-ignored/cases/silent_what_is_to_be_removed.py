import keras


class Feedforward(keras.layers.Layer):
    """A block of a transformer.

    Args:
        units: Size of the block.
        activation: (To be removed) the activation of the old block.
    """

    def __init__(self, units, activation="relu", **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(units)

    def call(self, x):
        return self.dense(x)
