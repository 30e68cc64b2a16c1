"""Noise on features, against overfitting."""

from tensorflow import keras


class FeatureNoise(keras.layers.Layer):
    """Adds Gaussian noise in training, the same for the same seed."""

    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if training:
            shape = keras.ops.shape(inputs)
            inputs = inputs + keras.random.normal(shape, seed=self.seed_generator)
        return inputs

    def get_config(self):
        return {**super().get_config(), "seed": self.seed}
