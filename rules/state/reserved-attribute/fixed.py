"""Adds its inputs, each times a learned factor."""

from tensorflow import keras


class WeightedSum(keras.layers.Layer):
    def build(self, input_shape):
        self.weights_ = self.add_weight(
            name="factors", shape=(len(input_shape),), initializer="ones"
        )

    def call(self, inputs):
        return sum(self.weights_[i] * x for i, x in enumerate(inputs))
