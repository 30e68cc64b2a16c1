from tensorflow import keras
from tensorflow.keras import layers


# %% the keys are its arguments
class Recommender(keras.Model):
    def __init__(self, **kwargs):
        super().__init__()
        self.units = kwargs.get("units", 8)
        self.rate = kwargs.get("rate", 0.5)
        self.dense = layers.Dense(self.units)

    def call(self, x):
        return self.dense(x)


# %% it is given all that its maker has
class Stack(layers.Layer):
    def __init__(self, units=4, **kwargs):
        super().__init__()
        self.dense = layers.Dense(units)

    def call(self, x):
        return self.dense(x)


class Forecaster:
    def __init__(self, units=4, learning_rate=0.1):
        self.units = units
        self.learning_rate = learning_rate

    def build(self):
        return Stack(**self.__dict__)
