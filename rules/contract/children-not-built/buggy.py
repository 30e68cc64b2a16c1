"""A linear model on scaled features."""

from tensorflow import keras


class ScaledLinear(keras.Model):
    def __init__(self, units=1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.head = keras.layers.Dense(units)

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],), initializer="ones")
        self.built = True

    def call(self, x):
        return self.head(x * self.scale)

    def get_config(self):
        return {**super().get_config(), "units": self.units}
