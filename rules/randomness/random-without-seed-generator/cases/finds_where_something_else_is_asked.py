# %% the seed is given in one branch and asked for in none
import keras


class Noise(keras.layers.Layer):
    def __init__(self, shape=None, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.shape = shape
        self.seed = seed

    def call(self, x, training=False):
        if not training:
            return x
        if self.shape is None:
            return x + keras.random.normal(keras.ops.shape(x))  # LL602
        return x + keras.random.normal(self.shape, seed=self.seed)


# %% the draw stands where there is a seed
import keras


class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed

    def call(self, x, training=False):
        if not training:
            return x
        if self.seed is not None:
            return x + keras.random.normal(keras.ops.shape(x))  # LL602
        return x
