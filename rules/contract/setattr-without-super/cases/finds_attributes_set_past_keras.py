import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% past the base
class Block(layers.Layer):
    def __setattr__(self, name, value):  # here  # LL410
        object.__setattr__(self, name, value)


# %% into the dictionary
class Block(layers.Layer):
    def __setattr__(self, name, value):  # here  # LL410
        self.__dict__[name] = value
