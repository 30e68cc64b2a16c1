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
