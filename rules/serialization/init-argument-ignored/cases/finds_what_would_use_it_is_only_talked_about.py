import keras
from keras import layers


# %% in a comment that is no code
class Mlp(layers.Layer):
    def __init__(self, units, rate=0.1):  # LL507
        super().__init__()
        # units first, then the rate
        self.dense = layers.Dense(units)

    def call(self, x):
        return self.dense(x)


# %% the base is told another `dtype`
class Half(layers.Layer):
    def __init__(self, dtype=None):  # LL507
        super().__init__(dtype="float16")

    def call(self, x):
        return x * 2
