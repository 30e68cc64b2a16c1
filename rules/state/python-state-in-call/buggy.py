"""Fades its input in over the first hundred training steps."""

from tensorflow import keras


class FadeIn(keras.layers.Layer):
    def __init__(self, steps=100, **kwargs):
        super().__init__(**kwargs)
        self.steps = steps
        self.step = 0

    def call(self, x, training=None):
        if training:
            self.step += 1
        return x * min(1.0, self.step / self.steps)

    def get_config(self):
        return {**super().get_config(), "steps": self.steps}
