# %% stochastic depth
import keras
from keras import ops


class DropPath(keras.layers.Layer):
    def __init__(self, rate=0.1, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed

    def call(self, x, training=None):
        if not training:
            return x
        shape = (ops.shape(x)[0],) + (1,) * (len(x.shape) - 1)
        keep = keras.random.uniform(shape) >= self.rate  # LL602
        return ops.where(keep, x / (1 - self.rate), 0.0)


# %% a generator is made and not used
from keras import layers, ops, random


class Sampling(layers.Layer):
    def __init__(self, seed=1337, **kwargs):
        super().__init__(**kwargs)
        self.seed_generator = random.SeedGenerator(seed)

    def call(self, inputs):
        mean, log_variance = inputs
        noise = random.normal(ops.shape(mean))  # LL602
        return mean + ops.exp(0.5 * log_variance) * noise


# %% in a helper, for negative samples
import keras
from keras import ops


class Negatives(keras.layers.Layer):
    """Samples items that a user has not seen."""

    def __init__(self, items, count=5, *, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.items, self.count, self.seed = items, count, seed

    def _draw(self, users):
        shape = (ops.shape(users)[0], self.count)
        return keras.random.randint(shape, 0, self.items)  # LL602

    def call(self, users):
        return self._draw(users)


# %% in a loop over bands
import keras
from keras import ops


class BandMask(keras.layers.Layer):
    def __init__(self, bands=2, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.bands = bands
        self.seed = seed

    def call(self, spectrogram, training=False):
        if training:
            for _ in range(self.bands):
                mask = keras.random.binomial(ops.shape(spectrogram), 1, 0.9)  # LL602
                spectrogram = spectrogram * ops.cast(mask, spectrogram.dtype)
        return spectrogram
