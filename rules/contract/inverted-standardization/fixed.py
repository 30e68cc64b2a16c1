import tensorflow as tf
from tensorflow import keras


class ScaledDense(keras.layers.Layer):
    """A dense layer whose kernel has a mean of 0 and a variance of 1."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(name="kernel", shape=shape)
        super().build(input_shape)

    def standardized(self):
        mean = tf.reduce_mean(self.kernel, axis=0, keepdims=True)
        var = tf.math.reduce_variance(self.kernel, axis=0, keepdims=True)
        return (self.kernel - mean) * tf.math.rsqrt(tf.maximum(var, 1e-4))

    def call(self, inputs):
        return tf.matmul(inputs, self.standardized())

    def get_config(self):
        return {**super().get_config(), "units": self.units}
