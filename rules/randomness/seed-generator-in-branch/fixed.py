"""The sampling step of a variational autoencoder."""

from tensorflow import keras


class Sampling(keras.layers.Layer):
    """Samples from a bounded distribution where the spread is large, else from a normal one."""

    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs):
        mean, spread = inputs
        shape = keras.ops.shape(mean)
        uniform = keras.random.uniform(shape, -1.0, 1.0, seed=self.seed_generator)
        normal = keras.random.normal(shape, seed=self.seed_generator)
        return keras.ops.cond(
            keras.ops.mean(spread) > 1.0,
            lambda: mean + spread * uniform,
            lambda: mean + spread * normal,
        )

    def get_config(self):
        return {**super().get_config(), "seed": self.seed}
