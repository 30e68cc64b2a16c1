from functools import partial

from tensorflow import keras


# %% keras.layers.Flatten-self.conv()(x)-pass
class Unit(keras.layers.Layer):
    def __init__(self, filters=4, kind=None, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.conv = keras.layers.Flatten
        pass

    def call(self, x):
        return self.conv()(x)


# %% partial(keras.layers.MaxPooling2D, 2)-self.conv()(x)-pass
class Unit(keras.layers.Layer):
    def __init__(self, filters=4, kind=None, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.conv = partial(keras.layers.MaxPooling2D, 2)
        pass

    def call(self, x):
        return self.conv()(x)


# %% partial(keras.activations.relu, max_value=6.0)-self.conv(x)-pass
class Unit(keras.layers.Layer):
    def __init__(self, filters=4, kind=None, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.conv = partial(keras.activations.relu, max_value=6.0)
        pass

    def call(self, x):
        return self.conv(x)


# %% keras.layers.Dense(4)-self.conv(x)-pass
class Unit(keras.layers.Layer):
    def __init__(self, filters=4, kind=None, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.conv = keras.layers.Dense(4)
        pass

    def call(self, x):
        return self.conv(x)


# %% kind-self.conv(self.filters)(x)-pass
class Unit(keras.layers.Layer):
    def __init__(self, filters=4, kind=None, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.conv = kind
        pass

    def call(self, x):
        return self.conv(self.filters)(x)


# %% keras.layers.Dense-self.first(x)-self.first = self.conv(filters)
class Unit(keras.layers.Layer):
    def __init__(self, filters=4, kind=None, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.conv = keras.layers.Dense
        self.first = self.conv(filters)

    def call(self, x):
        return self.first(x)


# %% keras.layers.Dense-self.conv(x)-self.conv = self.conv(filters)
class Unit(keras.layers.Layer):
    def __init__(self, filters=4, kind=None, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.conv = keras.layers.Dense
        self.conv = self.conv(filters)

    def call(self, x):
        return self.conv(x)
