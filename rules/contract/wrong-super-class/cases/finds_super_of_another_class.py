from tensorflow import keras
from tensorflow.keras import layers


# %% the root
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
    def __init__(self, **kwargs):
        super(layers.Layer, self).__init__(**kwargs)  # here  # LL403


# %% the root of models
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


class Net(keras.Model):
    def __init__(self, **kwargs):
        super(keras.Model, self).__init__(**kwargs)  # here  # LL403


# %% another layer
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
    def __init__(self, **kwargs):
        super(Base, self).__init__(**kwargs)  # here  # LL403


# %% in build
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
    def build(self, input_shape):
        super(layers.Layer, self).build(input_shape)  # here  # LL403
