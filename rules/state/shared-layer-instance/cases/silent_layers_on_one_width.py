# %% widths that are, or may be, the same
from tensorflow.keras import layers


class Residual(layers.Layer):
    def __init__(self, filters, inner, **kwargs):
        super().__init__(**kwargs)
        self.first = layers.Conv2D(filters, 3, padding="same")
        self.second = layers.Conv2D(filters, 3, padding="same")
        self.third = layers.Conv2D(inner, 1)
        self.norm = layers.BatchNormalization()

    def call(self, x):
        y = self.norm(self.first(x))
        y = self.norm(self.second(y))
        return self.norm(self.third(y))


# %% one for each width, and layers without weights
from tensorflow.keras import layers


class Bottleneck(layers.Layer):
    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.wide = layers.Conv2D(4 * rate, 1)
        self.narrow = layers.Conv2D(rate, 3)
        self.norm1 = layers.BatchNormalization()
        self.norm2 = layers.BatchNormalization()
        self.relu = layers.Activation("relu")
        self.drop = layers.Dropout(0.1)

    def call(self, x):
        y = self.norm1(self.relu(self.drop(self.wide(x))))
        return self.norm2(self.relu(self.drop(self.narrow(y))))


# %% only one of them runs
from tensorflow.keras import layers


class Either(layers.Layer):
    def __init__(self, rate, wide=False, **kwargs):
        super().__init__(**kwargs)
        self.is_wide = wide
        self.wide = layers.Dense(4 * rate)
        self.narrow = layers.Dense(rate)
        self.norm = layers.BatchNormalization()

    def call(self, x):
        if self.is_wide:
            return self.norm(self.wide(x))
        return self.norm(self.narrow(x))


# %% the argument is another one by then
from tensorflow.keras import layers


class Halved(layers.Layer):
    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.first = layers.Dense(2 * rate)
        rate = 2 * rate
        self.second = layers.Dense(rate)
        self.norm = layers.BatchNormalization()

    def call(self, x):
        return self.norm(self.second(self.norm(self.first(x))))


# %% made wide again in between
from tensorflow.keras import layers


class Wide(layers.Layer):
    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.first = layers.Dense(2 * rate)
        self.second = layers.Dense(rate)
        self.norm = layers.BatchNormalization()

    def call(self, x):
        y = self.norm(self.first(x))
        z = self.second(y)
        return self.norm(layers.concatenate([z, z]))
