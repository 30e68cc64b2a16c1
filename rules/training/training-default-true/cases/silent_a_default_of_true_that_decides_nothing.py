import tensorflow as tf
from tensorflow import keras


class Head(keras.layers.Layer):
    def call(self, x, training=True):
        del training
        return x + 1


class Normalized(keras.layers.Layer):
    """The constructor's flag is a setting, which no mode changes."""

    def __init__(self, layer, training=True, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer
        self.steps = 1 if training else 0

    def call(self, x):
        return self.layer(x) / (1.0 + self.steps)


class Styled(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.scale = Normalized(keras.layers.Dense(units))

    def call(self, x, training=True):
        return x * self.scale(x)
