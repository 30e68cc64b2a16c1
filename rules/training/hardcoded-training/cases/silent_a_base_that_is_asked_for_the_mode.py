import keras
from keras import layers


# %% frozen for good
class FixedNorm(layers.BatchNormalization):
    def call(self, x, training=None):
        return super().call(x, training=False)


# %% in training, unless frozen
class PinnedNorm(layers.BatchNormalization):
    def __init__(self, frozen=False, **kwargs):
        super().__init__(**kwargs)
        self.frozen = frozen

    def call(self, x, training=None):
        return super().call(x, training=bool(training) and not self.frozen)


# %% Monte Carlo dropout
class Sampled(layers.Dropout):
    def call(self, x, training=None):
        return super().call(x, training=True)


# %% only in training
class LateNorm(layers.BatchNormalization):
    def call(self, x, training=None):
        if training:
            return super().call(x, training=True)
        return super().call(x, training=False)


# %% frozen unless somebody says otherwise
class BackboneNorm(layers.BatchNormalization):
    def __init__(self, frozen=True, **kwargs):
        super().__init__(**kwargs)
        self.frozen = frozen

    def call(self, x, training=None):
        return super().call(x, training=not self.frozen)


# %% a base without a mode
class Scaled(layers.Dense):
    def call(self, x, training=None):
        return super().call(x)


# %% frozen unless told otherwise, by a name and by a condition
class KeptNorm(layers.BatchNormalization):
    def __init__(self, freeze=True, **kwargs):
        super().__init__(**kwargs)
        self.freeze = freeze

    def call(self, x, training=None):
        mode = not self.freeze
        return super().call(x, training=mode)


class AskedNorm(layers.BatchNormalization):
    def __init__(self, freeze=False, **kwargs):
        super().__init__(**kwargs)
        self.freeze = freeze

    def call(self, x, training=None):
        mode = training and not self.freeze
        y = super().call(x, training=mode)
        return y + super().call(x, training=False if self.freeze else training)


# %% dropout while a model is pre-trained
class Corruption(layers.Layer):
    """Corrupts tokens for the pre-training of a language model."""

    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.drop = layers.Dropout(rate)

    def call(self, x):
        return self.drop(x, training=True)
