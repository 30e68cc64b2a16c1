import keras


# %% metrics = None
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.metrics = []

    def call(self, x):
        return x

    metrics = None


# %% metrics = None
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.metrics = []

    def call(self, x):
        return x

    metrics = None


class Below(Block):
    def build(self, s):
        self.metrics = 1


# %% inside1
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.metrics = []

    def call(self, x):
        return x

    @property
    def metrics(self):
        return []

    @metrics.setter
    def metrics(self, value):
        pass


# %% inside1
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.metrics = []

    def call(self, x):
        return x

    @property
    def metrics(self):
        return []

    @metrics.setter
    def metrics(self, value):
        pass


class Below(Block):
    def build(self, s):
        self.metrics = 1


# %% def __setattr__(self, name, value): object.__setattr__(self, name, ...
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.metrics = []

    def call(self, x):
        return x

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


# %% def __setattr__(self, name, value): object.__setattr__(self, name, ...
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.metrics = []

    def call(self, x):
        return x

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


class Below(Block):
    def build(self, s):
        self.metrics = 1
