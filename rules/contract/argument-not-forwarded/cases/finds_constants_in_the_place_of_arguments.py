import keras
from keras import layers

# %% the causal mask


class SelfAttention(layers.Layer):
    def __init__(self, heads, size, **kwargs):
        super().__init__(**kwargs)
        self.mha = layers.MultiHeadAttention(heads, size)

    def call(self, x, use_causal_mask=False):
        return self.mha(query=x, value=x, use_causal_mask=False)  # LL440


# %% whether the scores are wanted, of a layer of the project


class Attention(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = layers.Attention()

    def call(self, inputs, return_attention_scores=False):
        return self.inner(inputs, return_attention_scores=return_attention_scores)


class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.attention = Attention()

    def call(self, inputs, return_attention_scores=True):
        return self.attention(inputs, return_attention_scores=False)  # LL440


# %% a parameter without a default, by name only, in a model


class Decoder(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.block = SelfAttention(2, 4)
        self.out = layers.Dense(3)

    def call(self, x, *, causal):
        x = self.block(x, causal=True)  # LL440
        return self.out(x)


class SelfAttention(layers.Layer):
    def __init__(self, heads, size, **kwargs):
        super().__init__(**kwargs)
        self.mha = layers.MultiHeadAttention(heads, size)

    def call(self, x, causal=False):
        return self.mha(x, x, use_causal_mask=causal)


# %% both attentions, of which one has no order


class DecoderLayer(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.own = layers.MultiHeadAttention(2, 4)
        self.cross = layers.MultiHeadAttention(2, 4)

    def call(self, x, memory, use_causal_mask=True):
        x = self.own(x, x, x, use_causal_mask=False)  # LL440
        return self.cross(x, memory, use_causal_mask=False)


# %% taken, and the attention told nothing


class Untold(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mha = layers.MultiHeadAttention(2, 4)

    def call(self, x, use_causal_mask=False, training=None):
        return self.mha(x, x, training=training)  # LL440


# %% kept by the constructor, and saved


class Kept(layers.Layer):
    def __init__(self, causal=False, **kwargs):
        super().__init__(**kwargs)
        self.causal = causal
        self.mha = layers.MultiHeadAttention(2, 4)

    def call(self, x):
        return self.mha(x, x, use_causal_mask=False)  # LL440

    def get_config(self):
        return {**super().get_config(), "causal": self.causal}
