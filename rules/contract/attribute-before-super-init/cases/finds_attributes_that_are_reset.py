from tensorflow import keras
from tensorflow.keras import layers


# %% the mask
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


class Pass(layers.Layer):
    def __init__(self, **kwargs):
        self.supports_masking = True  # here  # LL402
        super().__init__(**kwargs)


# %% frozen
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


class Frozen(layers.Layer):
    def __init__(self, **kwargs):
        self.trainable = False  # here  # LL402
        super().__init__(**kwargs)


# %% the input's rank
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


class Images(layers.Layer):
    def __init__(self, **kwargs):
        self.input_spec = layers.InputSpec(ndim=4)  # here  # LL402
        super().__init__(**kwargs)


# %% a weight
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
        self.scale = self.add_weight(name="scale", shape=())  # here  # LL402
        super().__init__(**kwargs)


# %% a layer of a model
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
        self.dense = layers.Dense(1)  # here  # LL402
        super().__init__(**kwargs)
