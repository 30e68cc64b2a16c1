import keras
from keras import ops


class Logarithms(keras.layers.Layer):
    """What is tested is no more what the logarithm is of."""

    def build(self, shape):
        self.gain = self.add_weight(shape=(shape[-1],), name="gain")

    def call(self, x):
        scaled = x * self.gain
        positive = scaled > 0.0
        scaled = ops.maximum(scaled, 1e-3)
        return ops.where(positive, ops.log(scaled), ops.zeros_like(x))
