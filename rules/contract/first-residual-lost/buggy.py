from tensorflow import keras
from tensorflow.keras import layers


class EncoderLayer(layers.Layer):
    def __init__(self, size, heads, inner, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.heads = heads
        self.inner = inner
        self.attention = layers.MultiHeadAttention(heads, size // heads)
        self.expand = layers.Dense(inner, activation="relu")
        self.reduce = layers.Dense(size)
        self.norm_1 = layers.LayerNormalization()
        self.norm_2 = layers.LayerNormalization()

    def call(self, inputs):
        output = self.attention(inputs, inputs)
        output = self.norm_1(inputs + output)
        output = self.reduce(self.expand(output))
        return self.norm_2(inputs + output)

    def get_config(self):
        config = super().get_config()
        config.update({"size": self.size, "heads": self.heads, "inner": self.inner})
        return config


class Encoder(keras.Model):
    def __init__(self, words=16, size=8):
        super().__init__()
        self.embed = layers.Embedding(words, size)
        self.block = EncoderLayer(size, 2, 16)

    def call(self, tokens):
        return self.block(self.embed(tokens))
