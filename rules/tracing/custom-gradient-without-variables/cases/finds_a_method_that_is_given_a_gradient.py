import tensorflow as tf
from tensorflow.keras import layers


class Reversed(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(units)
        self._reverse = tf.custom_gradient(self._forward)

    def build(self, input_shape):
        self.dense.build(input_shape)

    def _forward(self, x):
        y = self.dense(x)

        def back(dy):  # LL314
            return -tf.matmul(dy, self.dense.kernel, transpose_b=True)

        return y, back

    def call(self, x):
        return self._reverse(x)
