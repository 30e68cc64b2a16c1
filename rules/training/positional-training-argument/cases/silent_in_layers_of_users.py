# %% a second tensor by position
import keras


class Cross(keras.layers.Layer):
    def __init__(self, heads=2, **kwargs):
        super().__init__(**kwargs)
        self.attention = keras.layers.MultiHeadAttention(heads, 8)

    def call(self, query, value, training=None):
        return self.attention(query, value, training=training)


# %% a helper by position
from keras import layers, ops


class Gated(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.gate = layers.Dense(units, activation="sigmoid")
        self.drop = layers.Dropout(0.2)

    def _gate(self, x, training):
        return self.drop(self.gate(x), training=training)

    def call(self, x, training=None):
        return ops.multiply(x, self._gate(x, training))


# %% the call of the base
import keras


class LoggedNorm(keras.layers.BatchNormalization):
    def call(self, inputs, training=None, mask=None):
        return super().call(inputs, training, mask)


# %% a mask by position
import keras


class Reader(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.lstm = keras.layers.LSTM(units)

    def call(self, tokens, mask=None, training=None):
        return self.lstm(tokens, None, mask, training=training)
