import keras


# %% self.weights[0] = value
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.weights[0] = value

    def call(self, x):
        return x


# %% self.inputs_ = value
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.inputs_ = value

    def call(self, x):
        return x


# %% self.loss = value
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.loss = value

    def call(self, x):
        return x


# %% self.trainable = False
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.trainable = False

    def call(self, x):
        return x


# %% self.supports_masking = True
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, x):
        return x


# %% self.kept = self.losses
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        self.kept = self.losses

    def call(self, x):
        return x


# %% value.losses = []
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        value.losses = []

    def call(self, x):
        return x


# %% if self.dtype is None: self.dtype = value
class Block(keras.layers.Layer):
    def __init__(self, value=None, **kwargs):
        super().__init__(**kwargs)
        if self.dtype is None: self.dtype = value

    def call(self, x):
        return x
