import keras
from keras import layers

# %% handed on


class SelfAttention(layers.Layer):
    def __init__(self, heads, size, **kwargs):
        super().__init__(**kwargs)
        self.mha = layers.MultiHeadAttention(heads, size)

    def call(self, x, use_causal_mask=False):
        return self.mha(x, x, use_causal_mask=use_causal_mask)


# %% read elsewhere in `call`, or all at once


class Chosen(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mha = layers.MultiHeadAttention(2, 4)

    def call(self, x, use_causal_mask=False):
        if use_causal_mask:
            return self.mha(x, x, use_causal_mask=True)
        return self.mha(x, x, use_causal_mask=False)


class All(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mha = layers.MultiHeadAttention(2, 4)

    def call(self, x, use_causal_mask=False):
        print(locals())
        return self.mha(x, x, use_causal_mask=False)


# %% an attention to something else, which has no order


class Cross(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mha = layers.MultiHeadAttention(2, 4)

    def call(self, x, memory, use_causal_mask=False):
        return self.mha(x, memory, use_causal_mask=False)


# %% nothing to hand on, and a constant that nobody can set


class Plain(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.lstm = layers.LSTM(4)
        self.mha = layers.MultiHeadAttention(2, 4)

    def call(self, x, mask=None):
        return self.lstm(self.mha(x, x, use_causal_mask=True), mask=None)


# %% taken because a base takes it


class Base(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mha = layers.MultiHeadAttention(2, 4)

    def call(self, x, use_causal_mask=False):
        return self.mha(x, x, use_causal_mask=use_causal_mask)


class Encoder(Base):
    def call(self, x, use_causal_mask=False):
        return self.mha(x, x, use_causal_mask=False)


# %% said to have no effect


class Documented(layers.Layer):
    """An encoder; `use_causal_mask` is ignored."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mha = layers.MultiHeadAttention(2, 4)

    def call(self, x, use_causal_mask=False):
        return self.mha(x, x, use_causal_mask=False)


# %% a mask tells the attention, a subclass or somebody else reads the flag


class Masked(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mha = layers.MultiHeadAttention(2, 4)

    def call(self, x, mask=None, use_causal_mask=False):
        return self.mha(x, x, attention_mask=mask)


class Kept(layers.Layer):
    def __init__(self, causal=False, **kwargs):
        super().__init__(**kwargs)
        self.causal = causal
        self.mha = layers.MultiHeadAttention(2, 4)

    def call(self, x):
        return self.mha(x, x)


class Reading(Kept):
    def call(self, x):
        return self.mha(x, x, use_causal_mask=self.causal)


class Asked(layers.Layer):
    def __init__(self, is_causal=False, **kwargs):
        super().__init__(**kwargs)
        self.is_causal = is_causal
        self.mha = layers.MultiHeadAttention(2, 4)

    def call(self, x):
        return self.mha(x, x)


def check(block):
    if block.is_causal:
        raise ValueError("no causal blocks")


# %% an attention to a memory


class Memory(layers.Layer):
    def __init__(self, causal=False, **kwargs):
        super().__init__(**kwargs)
        self.causal = causal
        self.mha = layers.MultiHeadAttention(2, 4)

    def call(self, x, memory):
        return self.mha(x, memory)


# %% a form that the method needs itself
class Reader(layers.Layer):
    def __init__(self, encoder, **kwargs):
        super().__init__(**kwargs)
        self.encoder = encoder

    def call(self, x, return_dict=None):
        found = self.encoder(x, return_dict=True)
        return found.logits
