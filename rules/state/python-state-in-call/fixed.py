"""Fades its input in over the first hundred training steps."""

import tensorflow as tf
from tensorflow import keras


class FadeIn(keras.layers.Layer):
    def __init__(self, steps=100, **kwargs):
        super().__init__(**kwargs)
        self.steps = steps

    def build(self, input_shape):
        self.step = self.add_weight(
            name="step", shape=(), dtype="int32", initializer="zeros", trainable=False
        )

    def call(self, x, training=None):
        if training:
            self.step.assign_add(1)
        return x * tf.minimum(1.0, tf.cast(self.step, x.dtype) / self.steps)

    def get_config(self):
        return {**super().get_config(), "steps": self.steps}
