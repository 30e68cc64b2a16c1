from functools import partial

from tensorflow import keras


# %% partial(keras.layers.Conv2D, kernel_size=3)-self.conv(self.filters)(x)
class Unit(keras.layers.Layer):
    def __init__(self, filters=4, kind=None, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.conv = partial(keras.layers.Conv2D, kernel_size=3)
        pass

    def call(self, x):
        return self.conv(self.filters)(x)  # LL204


# %% keras.layers.Dense-self.conv(self.filters)(x)
class Unit(keras.layers.Layer):
    def __init__(self, filters=4, kind=None, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.conv = keras.layers.Dense
        pass

    def call(self, x):
        return self.conv(self.filters)(x)  # LL204


# %% lambda x, n: keras.layers.Dense(n)(x)-self.conv(x, self.filters)
class Unit(keras.layers.Layer):
    def __init__(self, filters=4, kind=None, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.conv = lambda x, n: keras.layers.Dense(n)(x)  # LL204
        pass

    def call(self, x):
        return self.conv(x, self.filters)
