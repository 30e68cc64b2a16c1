# %% the generator, by position and by name
import keras
from keras import ops


class Perturb(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.generator = keras.random.SeedGenerator(seed)

    def call(self, x, training=None):
        if training:
            x = x + keras.random.normal(ops.shape(x), seed=self.generator)
            x = keras.random.dropout(x, 0.1, None, self.generator)
        return x
