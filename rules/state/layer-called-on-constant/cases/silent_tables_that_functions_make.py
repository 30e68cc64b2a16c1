import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

# %% looked at


def positions(length, dim):
    index = np.arange(length)[None, :]
    return layers.Embedding(length, dim)(index)


print(positions(8, 4))
inputs = keras.Input((8,))
model = keras.Model(inputs, layers.Embedding(100, 4)(inputs))
