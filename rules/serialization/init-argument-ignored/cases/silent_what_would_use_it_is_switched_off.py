import keras
from keras import layers


# %% as a comment
class Mlp(layers.Layer):
    def __init__(self, units, rate=0.1):
        super().__init__()
        self.dense = layers.Dense(units)
        # self.drop = layers.Dropout(rate)

    def call(self, x):
        return self.dense(x)


# %% the base is told that it is never trained, and a config says so again
class Fixed(layers.Layer):
    def __init__(self, gain=1.0, trainable=False, **kwargs):
        super().__init__(trainable=False, **kwargs)
        self.gain = gain

    def call(self, x):
        return x * self.gain
