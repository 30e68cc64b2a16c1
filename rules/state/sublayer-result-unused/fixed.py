"""A forecast of the snow line."""

from tensorflow import keras


class SnowLine(keras.Model):
    """Two hidden layers and an output."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.slope = keras.layers.Dense(8, activation="relu")
        self.season = keras.layers.Dense(8, activation="relu")
        self.line = keras.layers.Dense(1)

    def call(self, x):
        h = self.slope(x)
        h = self.season(h)
        return self.line(h)
