from tensorflow.keras import layers


# %% one after the other
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.first = layers.Dense(4)
        self.second = layers.Dense(4)

    def call(self, x):
        h = self.first(x)
        h = self.second(h)
        return h


# %% read in one branch
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.first = layers.Dense(4)

    def call(self, x, training=None):
        h = self.first(x)
        if training:
            x = x + h
        return x


# %% in a loop
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.step = layers.Dense(4)

    def call(self, x):
        h = x
        for _ in range(3):
            x = x + h
            h = self.step(x)
        return x


# %% used again below
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.shared = layers.Dense(4)

    def call(self, x):
        y = self.shared(x)
        y = self.shared(x * 2.0)
        return y


# %% no weights, or statistics
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.pool = layers.MaxPooling2D()
        self.norm = layers.BatchNormalization()

    def call(self, x):
        y = self.pool(x)
        y = self.norm(x)
        return x


# %% a forgotten return
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.first = layers.Dense(4)

    def call(self, x):
        x = self.first(x)


# %% a closure
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.first = layers.Dense(4)

    def call(self, x):
        h = self.first(x)

        def add(y):
            return y + h

        return add(x)


# %% a loss
class Penalty(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(shape=(1,), name="w")

    def call(self, x):
        self.add_loss(self.w)
        return x


class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.penalty = Penalty()

    def call(self, x):
        y = self.penalty(x)
        return x
