"""Scales every feature by a learned factor."""

from tensorflow import keras


class FeatureScale(keras.layers.Layer):
    def call(self, x):
        scale = self.add_weight(name="scale", shape=(x.shape[-1],), initializer="random_normal")
        return x * scale
