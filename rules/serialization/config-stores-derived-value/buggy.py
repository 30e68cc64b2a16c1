"""Scales logits before a softmax."""

from tensorflow import keras


class Temperature(keras.layers.Layer):
    """Divides its input by ten times `degrees`."""

    def __init__(self, degrees=1.0, **kwargs):
        super().__init__(**kwargs)
        self.degrees = degrees * 10.0

    def call(self, inputs):
        return inputs / self.degrees

    def get_config(self):
        return {**super().get_config(), "degrees": self.degrees}
