"""Scales its input by a learned factor."""

from tensorflow import keras


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(name="factor", shape=(), initializer="ones")

    def call(self, inputs):
        return inputs * self.factor  # layerlint: ignore  reviewed by the vision team
