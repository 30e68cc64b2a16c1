from tensorflow import keras
from tensorflow.keras import layers


# %% dropped
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
    def __init__(self, factor, **kwargs):  # here  # LL417
        super().__init__()
        self.factor = factor


# %% only the name is passed
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
    def __init__(self, name=None, **kwargs):  # here  # LL417
        super().__init__(name=name)


# %% a layer of the project
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


class Scale(Base):
    def __init__(self, **options):  # here  # LL417
        super().__init__(depth=2)
