# %% the name first, as on Keras 2
import tensorflow as tf


class Bilinear(tf.keras.layers.Layer):
    def build(self, input_shape):
        left, right = input_shape
        self.kernel = self.add_weight("kernel", (left[-1], right[-1]), initializer="glorot_uniform")  # LL704

    def call(self, inputs):
        left, right = inputs
        return tf.reduce_sum(tf.matmul(left, self.kernel) * right, axis=-1)


# %% the shape first, as on Keras 3, in code for both
import tensorflow as tf
from tensorflow import keras


class GraphAttention(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight((input_shape[-1], self.units), "glorot_uniform", name="kernel")  # LL704
        self.query = self.add_weight((self.units, 1), name="query")  # LL704

    def call(self, nodes):
        hidden = tf.matmul(nodes, self.kernel)
        return tf.nn.softmax(tf.matmul(hidden, self.query), axis=1) * hidden


# %% a name made in a loop, in a constructor
from tensorflow.keras.layers import Layer


class CrossNetwork(Layer):
    def __init__(self, width, depth=3, **kwargs):
        super().__init__(**kwargs)
        self.kernels = [
            self.add_weight(f"kernel_{index}", shape=(width, 1))  # LL704
            for index in range(depth)
        ]

    def call(self, x):
        y = x
        for kernel in self.kernels:
            y = x * (y @ kernel) + y
        return y


# %% in a helper, and add_variable
from tensorflow import keras


class Filterbank(keras.layers.Layer):
    def _scale(self, bands):
        return self.add_weight("scale", [bands], trainable=True)  # LL704

    def build(self, input_shape):
        self.scale = self._scale(input_shape[-1])
        self.offset = self.add_variable("offset", shape=(input_shape[-1],))  # LL704

    def call(self, spectrum):
        return spectrum * self.scale + self.offset
