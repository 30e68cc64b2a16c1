import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% elementwise
class Zero(layers.Layer):
    def call(self, x, mask=None):  # here  # LL409
        if mask is not None:
            x = x * tf.cast(mask, x.dtype)[..., None]
        return x


# %% a residual block
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.attention = Attention()
        self.norm = layers.LayerNormalization()

    def call(self, x, mask=None):  # here  # LL409
        return self.norm(x + self.attention(x, mask))


class Attention(layers.Layer):
    def call(self, x, mask):
        return tf.matmul(x, x)


words = layers.Embedding(9, 4, mask_zero=True)


# %% a recurrent layer
class Reader(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.lstm = layers.LSTM(units, return_sequences=True)

    def call(self, x, mask=None):  # here  # LL409
        return self.lstm(x, mask=mask)


# %% added by a layer
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4)
        self.add = layers.Add()

    def call(self, x, mask=None):  # here  # LL409
        keep = 1.0 if mask is None else tf.cast(mask, x.dtype)[..., None]
        return self.add([x, self.dense(x) * keep])
