import functools
import keras
import tensorflow as tf


class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self._regularize()

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)

    def _regularize(self):
        self.add_loss(self.penalty())  # LL221
