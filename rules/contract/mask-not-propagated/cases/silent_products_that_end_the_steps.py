# %% it supports masks
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Projection(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.supports_masking = True

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, inputs):
        return tf.nn.tanh(tf.matmul(inputs, self.kernel))


model = keras.Sequential([layers.Embedding(500, 16, mask_zero=True), Projection(8), layers.LSTM(8)])


# %% the steps are summed, or become features
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Pooled(layers.Layer):
    def build(self, input_shape):
        self.shares = self.add_weight(name="shares", shape=(input_shape[1], 4))

    def call(self, inputs):
        return tf.matmul(inputs, self.shares, transpose_a=True)


class Summed(layers.Layer):
    def build(self, input_shape):
        self.shares = self.add_weight(name="shares", shape=(input_shape[1], 4))

    def call(self, inputs):
        return tf.einsum("bti,tj->bji", inputs, self.shares)


class Contracted(layers.Layer):
    def build(self, input_shape):
        self.shares = self.add_weight(name="shares", shape=(input_shape[1], 4))

    def call(self, inputs):
        return tf.tensordot(inputs, self.shares, axes=[[1], [0]])


def net(layer):
    words = keras.Input((20,), dtype="int32")
    x = layers.Embedding(500, 16, mask_zero=True)(words)
    return keras.Model(words, layers.LSTM(8)(layer(x)))


models = [
    keras.Sequential([layers.Embedding(50, 8, mask_zero=True), Pooled(), layers.LSTM(8)]),
    keras.Sequential([layers.Embedding(50, 8, mask_zero=True), Summed(), layers.LSTM(8)]),
    keras.Sequential([layers.Embedding(50, 8, mask_zero=True), Contracted(), layers.LSTM(8)]),
]


# %% nothing masks
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Projection(layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], 8))

    def call(self, inputs):
        return tf.matmul(inputs, self.kernel)


model = keras.Sequential([layers.Embedding(500, 16), Projection(), layers.LSTM(8)])
