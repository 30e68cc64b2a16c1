# %% one is taken, the rest goes on
import keras


class Head(keras.layers.Layer):
    def __init__(self, classes, **kwargs):
        temperature = kwargs.pop("temperature", 1.0)
        super().__init__(**kwargs)
        self.classes, self.temperature = classes, temperature

    def call(self, x):
        return x / self.temperature


# %% they are options of what it is made of
import tensorflow as tf


class Tower(tf.keras.layers.Layer):
    def __init__(self, widths, **kwargs):
        super().__init__()
        self.parts = [tf.keras.layers.Dense(width, **kwargs) for width in widths]

    def call(self, x):
        for part in self.parts:
            x = part(x)
        return x


# %% a constructor without them
from keras import layers


class Plain(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.dense = layers.Dense(units)

    def call(self, x):
        return self.dense(x)
