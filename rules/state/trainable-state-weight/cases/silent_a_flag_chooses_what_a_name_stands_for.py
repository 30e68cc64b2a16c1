import tensorflow as tf
import tf_keras


class Actnorm(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.shift = self.add_weight(name="shift", shape=(input_shape[-1],))
        self.initialized = self.add_weight(
            name="initialized", shape=(), dtype="bool", trainable=False, initializer="zeros"
        )

    def initialize(self, x):
        if self.initialized:
            shift = self.shift
        else:
            shift = -tf.reduce_mean(x, axis=0)
        self.shift.assign(shift)
        self.initialized.assign(True)

    def call(self, x):
        self.initialize(x)
        return x + self.shift
