"""Augmentation of samples by scaling."""

from tensorflow import keras


class RandomScale(keras.layers.Layer):
    """Scales every sample by a factor of its own, in training."""

    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if training:
            return keras.ops.vectorized_map(self._scale, inputs)
        return inputs

    def _scale(self, sample):
        return sample * keras.random.uniform((), 0.5, 1.5, seed=self.seed_generator)

    def get_config(self):
        return {**super().get_config(), "seed": self.seed}
