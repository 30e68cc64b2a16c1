"""Scales the features of one input, or of the first of several."""

from tensorflow import keras


class FirstScale(keras.layers.Layer):
    def build(self, input_shape):
        if isinstance(input_shape, list):
            input_shape = input_shape[0]
        self.scale = self.add_weight(
            name="scale", shape=(input_shape[-1],), initializer="ones"
        )

    def call(self, inputs):
        x = inputs[0] if isinstance(inputs, (list, tuple)) else inputs
        return x * self.scale
