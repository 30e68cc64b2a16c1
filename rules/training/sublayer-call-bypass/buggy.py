"""A feed-forward block with dropout."""

from tensorflow import keras


class FeedForward(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.hidden = keras.layers.Dense(units, activation="relu")
        self.drop = keras.layers.Dropout(0.5)

    def build(self, input_shape):
        self.hidden.build(input_shape)

    def call(self, x):
        return self.drop.call(self.hidden(x))

    def get_config(self):
        return {**super().get_config(), "units": self.units}
