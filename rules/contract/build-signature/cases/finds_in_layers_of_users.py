# %% two shapes whose names call does not know
import keras


class CrossGate(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.query = keras.layers.Dense(units)
        self.value = keras.layers.Dense(units)

    def build(self, image_shape, text_shape):  # LL405
        self.query.build(image_shape)
        self.value.build(text_shape)

    def call(self, inputs, context):
        return self.query(inputs) * keras.ops.sigmoid(self.value(context))


# %% a number beside the shape
import tensorflow as tf


class Bilinear(tf.keras.layers.Layer):
    """The score of a user and an item."""

    def build(self, input_shape, rank):  # LL405
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], rank))

    def call(self, user):
        return tf.matmul(user, self.kernel)


# %% a training flag, as in call
from tensorflow.keras.layers import Layer


class SpectralNorm(Layer):
    def build(self, input_shape, training=None):  # LL405
        self.u = self.add_weight(name="u", shape=(1, input_shape[-1]), trainable=False)

    def call(self, x, training=None):
        return x / (1.0 + self.u)


# %% no shape at all
import tensorflow as tf


class Bias(tf.keras.layers.Layer):
    def __init__(self, bands, **kwargs):
        super().__init__(**kwargs)
        self.bands = bands

    def build(self):  # LL405
        self.bias = self.add_weight(name="bias", shape=(self.bands,), initializer="zeros")

    def call(self, spectrogram):
        return spectrogram + self.bias


# %% a suffix that is missing
from keras import layers, ops


class GraphConvolution(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, nodes, adjacency):  # LL405
        self.kernel = self.add_weight(shape=(nodes[-1], self.units), name="kernel")

    def call(self, nodes, adjacency):
        return ops.matmul(adjacency, ops.matmul(nodes, self.kernel))
