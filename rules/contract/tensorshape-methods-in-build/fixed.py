"""Scales every feature."""

from tensorflow import keras


class FeatureGain(keras.layers.Layer):
    def build(self, input_shape):
        features = list(input_shape)[-1]
        self.gain = self.add_weight(name="gain", shape=(features,), initializer="ones")

    def call(self, x):
        return x * self.gain
