from tensorflow.keras import layers


# %% never read
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.shortcut = layers.Conv2D(4, 1)
        self.conv = layers.Conv2D(4, 3, padding="same")

    def call(self, x):
        short = self.shortcut(x)  # LL224
        return self.conv(x) + x


# %% after a while
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.query = layers.Dense(4)
        self.key = layers.Dense(4)

    def call(self, x):
        a = self.query(x)  # LL224
        b = self.key(x)
        a = b + 1.0
        return a * b


# %% in a branch
class Block(layers.Layer):
    def __init__(self, deep=False, **kwargs):
        super().__init__(**kwargs)
        self.deep = deep
        self.first = layers.Dense(4)
        self.second = layers.Dense(4)

    def call(self, x):
        if self.deep:
            h = self.first(x)  # LL224
            h = self.second(x)
            return h
        return x


# %% a layer of the project
class Scale(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(shape=(1,), name="w")

    def call(self, x):
        return x * self.w


class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.scale = Scale()
        self.out = layers.Dense(2)

    def call(self, x):
        y = self.scale(x)  # LL224
        return self.out(x)


# %% of layers that a loop goes through
class Climber(layers.Layer):
    def __init__(self, widths=(4, 2)):
        super().__init__()
        self.ups = [layers.Dense(width) for width in widths]
        self.downs = [layers.Dense(width) for width in widths]

    def call(self, x):
        for up, down in zip(self.ups, self.downs):
            y = up(x)  # LL224
            y = down(x)
            x = y
        return x
