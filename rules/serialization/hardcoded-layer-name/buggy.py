"""A gate on the features, used after every block."""

from tensorflow import keras


class Gate(keras.layers.Layer):
    """Multiplies its input by a sigmoid of itself."""

    def __init__(self, slope=1.0, **kwargs):
        super().__init__(name="gate", **kwargs)
        self.slope = slope
        self.sigmoid = keras.layers.Activation("sigmoid")

    def call(self, inputs):
        return inputs * self.sigmoid(self.slope * inputs)

    def get_config(self):
        return {**super().get_config(), "slope": self.slope}
