"""An affine rescaling with fixed coefficients."""

from tensorflow import keras


class Affine(keras.layers.Layer):
    """Computes `inputs * factor + offset`."""

    def __init__(self, factor=1.0, offset=0.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
        self.offset = offset

    def call(self, inputs):
        return inputs * self.factor + self.offset

    def get_config(self):
        config = super().get_config()
        config.update({"factor": self.factor, "offset": self.offset})
        return config
