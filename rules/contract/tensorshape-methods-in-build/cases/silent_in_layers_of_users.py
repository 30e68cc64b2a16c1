# %% made a TensorShape first
import tensorflow as tf


class Affine(tf.keras.layers.Layer):
    def build(self, input_shape):
        input_shape = tf.TensorShape(input_shape)
        dim = input_shape.as_list()[-1]
        if input_shape.rank > 3:
            raise ValueError("too many axes")
        self.kernel = self.add_weight(name="kernel", shape=(dim,))

    def call(self, x):
        return x * self.kernel


# %% the shape of a tensor in call
import tensorflow as tf


class Flat(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.width = 1
        for size in input_shape[1:]:
            self.width *= size

    def call(self, x):
        tf.debugging.assert_rank(x, 3)
        return tf.reshape(x, (-1, self.width))


# %% asked whether it has it
from keras import layers


class Tolerant(layers.Layer):
    def build(self, input_shape):
        sizes = input_shape.as_list() if hasattr(input_shape, "as_list") else list(input_shape)
        self.scale = self.add_weight(name="scale", shape=(sizes[-1],))

    def call(self, x):
        return x * self.scale
