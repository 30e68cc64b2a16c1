import keras


# %% self.losses += [value]
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.losses += [value]  # LL212

    def call(self, x):
        return x


# %% self.kept = self.losses = []
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.kept = self.losses = []  # LL212

    def call(self, x):
        return x


# %% self.metrics, self.kept = [], []
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.metrics, self.kept = [], []  # LL212

    def call(self, x):
        return x


# %% self.weights: list = []
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.weights: list = []  # LL212

    def call(self, x):
        return x


# %% setattr(self, 'weights', value)
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        setattr(self, 'weights', value)  # LL212

    def call(self, x):
        return x
