"""A learned rescaling of the features, half of it brought over from an older layer."""

from tensorflow import keras


class Affine(keras.layers.Layer):
    """Multiplies each feature by a gain and adds a bias."""

    def build(self, input_shape):
        self.gain = self.add_weight("gain", shape=(input_shape[-1],), initializer="ones")
        self.bias = self.add_weight((input_shape[-1],), "zeros")

    def call(self, inputs):
        return inputs * self.gain + self.bias
