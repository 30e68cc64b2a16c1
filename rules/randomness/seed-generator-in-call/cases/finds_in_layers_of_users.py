# %% inside of the call that draws
import keras
from keras import ops


class Mixup(keras.layers.Layer):
    def __init__(self, alpha=0.2, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.alpha, self.seed = alpha, seed

    def call(self, images, training=None):
        if not training:
            return images
        weight = keras.random.beta(
            (ops.shape(images)[0], 1, 1, 1),
            self.alpha,
            self.alpha,
            seed=keras.random.SeedGenerator(self.seed),  # LL605
        )
        return weight * images + (1 - weight) * ops.flip(images, axis=0)


# %% in a helper, kept as an attribute
from keras import layers, ops, random


class Sampling(layers.Layer):
    def _noise(self, shape):
        self.generator = random.SeedGenerator(7)  # LL605
        return random.normal(shape, seed=self.generator)

    def call(self, inputs):
        mean, log_variance = inputs
        return mean + ops.exp(0.5 * log_variance) * self._noise(ops.shape(mean))
