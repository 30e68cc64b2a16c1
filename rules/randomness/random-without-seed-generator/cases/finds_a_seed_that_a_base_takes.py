import keras
from keras import ops


class SeededLayer(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed

    def get_config(self):
        return {**super().get_config(), "seed": self.seed}


class TokenDropout(SeededLayer):
    """Drops whole tokens."""

    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def keep(self, shape):
        return keras.random.uniform(shape) >= self.rate  # LL602

    def call(self, tokens, training=None):
        if not training:
            return tokens
        keep = self.keep(ops.shape(tokens)[:2])
        return tokens * ops.cast(keep, tokens.dtype)[..., None]
