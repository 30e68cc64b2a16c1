"""Splits features into attention heads."""

from tensorflow import keras


class Heads(keras.layers.Layer):
    """Reshapes `width` features into `heads` groups."""

    def __init__(self, width=8, heads=2, **kwargs):
        super().__init__(**kwargs)
        self.width = width
        self.heads = heads
        self.size = width // heads
        self.split = keras.layers.Reshape((heads, self.size))

    def call(self, inputs):
        return self.split(inputs)

    def get_config(self):
        config = super().get_config()
        config.update({"width": self.width, "heads": self.heads, "size": self.size})
        return config
