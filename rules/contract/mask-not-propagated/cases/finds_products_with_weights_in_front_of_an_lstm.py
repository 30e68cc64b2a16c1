# %% by hand
# Run: padded by two steps, each of these models predicts something else.
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Projection(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))
        super().build(input_shape)

    def call(self, inputs):  # LL409
        return tf.nn.tanh(tf.matmul(inputs, self.kernel))


words = keras.Input((None,), dtype="int32")
x = layers.Embedding(500, 16, mask_zero=True)(words)
x = Projection(16)(x)
x = layers.LSTM(8)(x)
model = keras.Model(words, layers.Dense(1)(x))


# %% by the axes, and in a `Sequential`
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Mixing(layers.Layer):
    def build(self, input_shape):
        width = int(input_shape[-1])
        self.mix = self.add_weight(name="mix", shape=(width, width))
        self.shift = self.add_weight(name="shift", shape=(width,))

    def call(self, inputs):  # LL409
        return tf.tensordot(inputs, self.mix, axes=[[2], [0]]) + self.shift


model = keras.Sequential()
model.add(layers.Embedding(500, 16, mask_zero=True))
model.add(Mixing())
model.add(layers.GRU(8))


# %% by an equation
import keras
from keras import layers, ops


class Rotation(layers.Layer):
    def build(self, input_shape):
        width = input_shape[-1]
        self.turn = self.add_weight(name="turn", shape=(width, width))

    def call(self, inputs):  # LL409
        return ops.einsum("bti,ij->btj", inputs, self.turn)


def tagger():
    return keras.Sequential(
        [
            layers.Embedding(500, 16, mask_zero=True),
            Rotation(),
            layers.Bidirectional(layers.LSTM(8)),
        ]
    )
