import keras
from keras import layers


# %% the base is told so
class GreyNorm(layers.BatchNormalization):
    def call(self, x, training=None, mask=None):
        return super().call(x, training=True, mask=mask)  # LL110


# %% unless it is frozen
class PinnedNorm(layers.BatchNormalization):
    def __init__(self, *args, frozen=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.frozen = frozen

    def call(self, x, training=None):
        return super().call(x, training=not self.frozen)  # LL110


# %% a sublayer, unless it is frozen
class Block(layers.Layer):
    def __init__(self, frozen=False, **kwargs):
        super().__init__(**kwargs)
        self.frozen = frozen
        self.norm = layers.BatchNormalization()

    def call(self, x, training=None):
        return self.norm(x, training=(not self.frozen))  # LL110


# %% a sublayer of the class's own
class Stem(keras.Model):
    def __init__(self, tuned=False):
        super().__init__()
        self.tuned = tuned
        self.norm = layers.BatchNormalization()
        self.out = layers.Dense(2)

    def call(self, x):
        return self.out(self.norm(x, training=not self.tuned))  # LL110


# %% its weights may be pretrained, which says nothing of the mode
class TunedNorm(layers.BatchNormalization):
    """Can be frozen where the backbone is pretrained, or comes from a pre-trained detector."""

    def __init__(self, freeze=False, **kwargs):
        super().__init__(**kwargs)
        self.freeze = freeze

    def call(self, x, training=None):
        return super().call(x, training=(not self.freeze))  # LL110


# %% by a name, and by a condition
class NamedNorm(layers.BatchNormalization):
    def __init__(self, freeze=False, **kwargs):
        super().__init__(**kwargs)
        self.freeze = freeze

    def call(self, x, training=None):
        mode = not self.freeze
        return super().call(x, training=mode)  # LL110


class ChosenNorm(layers.BatchNormalization):
    def __init__(self, freeze=False, **kwargs):
        super().__init__(**kwargs)
        self.freeze = freeze

    def call(self, x, training=None):
        return super().call(x, training=False if self.freeze else True)  # LL110


# %% noise that a layer of its own mixes in
class Mixed(layers.GaussianNoise):
    def call(self, x, training=None):
        noisy = super().call(x, training=True)  # LL110
        return 0.5 * (x + noisy)
