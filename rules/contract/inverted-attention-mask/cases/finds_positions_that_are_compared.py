import keras
from keras import ops


class Causal(keras.layers.Layer):
    def __init__(self, dim, heads, **kwargs):
        super().__init__(**kwargs)
        self.attention = keras.layers.MultiHeadAttention(heads, dim // heads)

    @staticmethod
    def future(count):
        steps = ops.arange(count)
        return steps[None, :] > steps[:, None]

    def call(self, x):
        mask = self.future(ops.shape(x)[1])
        return self.attention(x, x, attention_mask=mask[None])  # LL428


class Right(keras.layers.Layer):
    def __init__(self, dim, heads, **kwargs):
        super().__init__(**kwargs)
        self.attention = keras.layers.MultiHeadAttention(heads, dim // heads)

    def call(self, x):
        steps = ops.arange(ops.shape(x)[1])
        mask = steps[:, None] > steps[None, :]
        return self.attention(x, x, attention_mask=mask[None])
