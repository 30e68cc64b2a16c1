# %% as a whole
from tensorflow import keras


class Gain(keras.layers.Layer):
    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor

    @classmethod
    def from_config(cls, config):
        return cls(**config)

# %% by the base
from tensorflow import keras


class Gain(keras.layers.Layer):
    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor

    @classmethod
    def from_config(cls, config):
        return super().from_config(config)

# %% a class that takes nothing
from tensorflow import keras


class Double(keras.layers.Layer):
    def __init__(self):
        super().__init__()

    def call(self, x):
        return 2 * x

    @classmethod
    def from_config(cls, config):
        return cls()

# %% one that refuses
from tensorflow import keras


class Bound(keras.layers.Layer):
    def __init__(self, table, **kwargs):
        super().__init__(**kwargs)
        self.table = table

    def call(self, x):
        return x

    @classmethod
    def from_config(cls, config):
        raise NotImplementedError("make it anew")

# %% no class method
from tensorflow import keras


class Gain(keras.layers.Layer):
    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor

    def from_config(self, config):
        return Gain()
