import keras
from keras import layers


# %% one other class has it, and its default promises an effect
class Conv(layers.Layer):
    def __init__(self, units, rate=0.1):
        super().__init__()
        self.conv = layers.Conv2D(units, 1)
        self.drop = layers.Dropout(rate)

    def call(self, x):
        return self.drop(self.conv(x))


class Plain(layers.Layer):
    def __init__(self, units, rate=0.1):  # LL507
        super().__init__()
        self.conv = layers.Conv2D(units, 1)

    def call(self, x):
        return self.conv(x)


# %% another class is given it, by name
class Dense(layers.Layer):
    def __init__(self, units, scale=None):  # LL507
        super().__init__()
        self.dense = layers.Dense(units)

    def call(self, x):
        return self.dense(x)


def make(weights):
    return Dense(3, scale=weights)
