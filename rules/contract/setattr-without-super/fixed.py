"""A dense layer that refuses to lose its activation."""

from tensorflow import keras


class Projection(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def __setattr__(self, name, value):
        if name == "units" and value < 1:
            raise ValueError("units must be positive")
        super().__setattr__(name, value)

    def call(self, x):
        return self.dense(x)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
