import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% no mask
class Scale(layers.Layer):
    def call(self, x):  # here
        return x * 2.0


keras.Sequential([layers.Embedding(10, 4), Scale(), layers.LSTM(4)])


# %% nobody uses it
class Scale(layers.Layer):
    def call(self, x):  # here
        return x * 2.0


keras.Sequential([layers.Masking(), Scale(), layers.Flatten()])


# %% used before
class Scale(layers.Layer):
    def call(self, x):  # here
        return x * 2.0


keras.Sequential([layers.Masking(), layers.LSTM(4), Scale()])
