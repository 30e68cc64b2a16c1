from tensorflow import keras
from tensorflow.keras import layers


# %% some arguments have names
class Recommender(keras.Model):
    def __init__(self, units, **kwargs):  # LL417
        super().__init__()
        self.rate = kwargs.get("rate", 0.5)
        self.dense = layers.Dense(units)

    def call(self, x):
        return self.dense(x)


# %% it is given a config
class Stack(layers.Layer):
    def __init__(self, units=4, **kwargs):  # LL417
        super().__init__()
        self.dense = layers.Dense(units)

    def call(self, x):
        return self.dense(x)


def copy(layer):
    return Stack(**layer.get_config())
