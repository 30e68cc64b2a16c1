from tensorflow import keras
from tensorflow.keras import layers


# %% no kwargs
class Base(layers.Layer):
    def __init__(self, depth=1, **kwargs):
        super().__init__(**kwargs)
        self.depth = depth

    def call(self, x):
        return x


class Closed(layers.Layer):
    def __init__(self, depth):
        super().__init__()
        self.depth = depth

    def call(self, x):
        return x


class Scale(layers.Layer):
    def __init__(self, factor):  # here  # LL404
        super().__init__()
        self.factor = factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}


# %% a name alone
class Base(layers.Layer):
    def __init__(self, depth=1, **kwargs):
        super().__init__(**kwargs)
        self.depth = depth

    def call(self, x):
        return x


class Closed(layers.Layer):
    def __init__(self, depth):
        super().__init__()
        self.depth = depth

    def call(self, x):
        return x


class Scale(layers.Layer):
    def __init__(self, factor, name=None):  # here  # LL404
        super().__init__(name=name)
        self.factor = factor

    def get_config(self):
        config = super().get_config()
        config["factor"] = self.factor
        return config


# %% a subclass of Dense
class Base(layers.Layer):
    def __init__(self, depth=1, **kwargs):
        super().__init__(**kwargs)
        self.depth = depth

    def call(self, x):
        return x


class Closed(layers.Layer):
    def __init__(self, depth):
        super().__init__()
        self.depth = depth

    def call(self, x):
        return x


class Wide(layers.Dense):
    def __init__(self, units):  # here  # LL404
        super().__init__(units)

    def get_config(self):
        return dict(super().get_config(), units=self.units)


# %% registered
class Base(layers.Layer):
    def __init__(self, depth=1, **kwargs):
        super().__init__(**kwargs)
        self.depth = depth

    def call(self, x):
        return x


class Closed(layers.Layer):
    def __init__(self, depth):
        super().__init__()
        self.depth = depth

    def call(self, x):
        return x


@keras.saving.register_keras_serializable()
class Scale(layers.Layer):
    def __init__(self, factor):  # here  # LL404
        super().__init__()
        self.factor = factor
