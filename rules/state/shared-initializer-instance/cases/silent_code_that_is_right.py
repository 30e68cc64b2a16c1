import tensorflow as tf
import tf_keras as keras


# %% an initializer of the project by its name
class Complex(keras.layers.Dense):
    def __init__(self, units, kernel_initializer="ComplexGlorot", **kwargs):
        super().__init__(units, kernel_initializer=kernel_initializer, **kwargs)

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.re = self.add_weight(
            name="re", shape=shape, initializer=self.kernel_initializer
        )
        self.im = self.add_weight(
            name="im", shape=shape, initializer=self.kernel_initializer
        )

    def call(self, x):
        return x @ self.re + x @ self.im


# %% start vectors that the layer overwrites
class Spectral(keras.layers.Layer):
    def build(self, input_shape):
        start = keras.initializers.RandomNormal()
        self.u = self.add_weight(
            name="u", shape=(4,), initializer=start, trainable=False
        )
        self.v = self.add_weight(
            name="v", shape=(4,), initializer=start, trainable=False
        )

    def call(self, x, training=None):
        if training:
            self.v.assign(tf.nn.l2_normalize(self.u))
            self.u.assign(tf.nn.l2_normalize(self.v))
        return x / tf.reduce_sum(self.u * self.v)
