import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


def causal(n):
    future = np.triu(np.ones((n, n)), k=1).astype("bool")
    return tf.constant(~future)


class DecoderBlock(layers.Layer):
    def __init__(self, dim, heads=2, **kwargs):
        super().__init__(**kwargs)
        self.mha = layers.MultiHeadAttention(heads, dim // heads)
        self.ln1 = layers.LayerNormalization()
        self.ln2 = layers.LayerNormalization()
        self.ff = layers.Dense(dim, "relu")

    def call(self, x):
        look_ahead = causal(x.shape[1])
        a = self.mha(query=x, value=x, key=x, attention_mask=look_ahead)
        x = self.ln1(x + a)
        return self.ln2(x + self.ff(x))
