from tensorflow import keras
from tensorflow.keras import layers


class SelfAttention(layers.Layer):
    def __init__(self, heads, size, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.size = size
        self.attention = layers.MultiHeadAttention(heads, size)
        self.norm = layers.LayerNormalization()

    def call(self, x, mask=None, use_causal_mask=False):
        attended = self.attention(x, x, attention_mask=mask, use_causal_mask=False)
        return self.norm(x + attended)

    def get_config(self):
        return {**super().get_config(), "heads": self.heads, "size": self.size}


def language_model(words=16, length=6):
    tokens = keras.Input((length,), dtype="int32")
    x = layers.Embedding(words, 8)(tokens)
    x = SelfAttention(2, 4)(x, use_causal_mask=True)
    return keras.Model(tokens, layers.Dense(words)(x))
