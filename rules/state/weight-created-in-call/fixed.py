"""Scales every feature by a learned factor."""

from tensorflow import keras


class FeatureScale(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(
            name="scale", shape=(input_shape[-1],), initializer="random_normal"
        )

    def call(self, x):
        return x * self.scale
