import keras as keras


# %% arguments0
class Head(keras.layers.Layer):
    flatten = keras.layers.Flatten()

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments1
class Head(keras.layers.Layer):
    kind = keras.layers.Dense

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments2
class Head(keras.layers.Layer):
    spec = keras.layers.InputSpec(ndim=2)

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments3
class Head(keras.layers.Layer):
    def make(self): return keras.layers.Dense(4)

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments4
class Head(keras.layers.Layer):
    dense = keras.layers.Dense(1)

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(2)

    def call(self, x):
        return x


# %% arguments5
class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=keras.layers.Flatten(), **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments6
class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=keras.layers.Dense, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments7
class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=keras.layers.Dense(4), **kwargs):
        super().__init__(**kwargs)
        self.layer = copy(layer)

    def call(self, x):
        return x


# %% arguments8
class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=keras.layers.Dense(4), **kwargs):
        super().__init__(**kwargs)
        layer = copy(layer); self.layer = layer

    def call(self, x):
        return x


# %% arguments9
class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=keras.initializers.Zeros(), **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x
