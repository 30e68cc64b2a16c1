import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% a list
class Scale(layers.Layer):
    def call(self, x):  # here  # LL409
        return x * 2.0


model = keras.Sequential(
    [layers.Embedding(10, 4, mask_zero=True), Scale(), layers.Dropout(0.1), layers.LSTM(4)]
)


# %% add
class Scale(layers.Layer):
    def call(self, x):  # here  # LL409
        return x * 2.0


def make():
    model = keras.Sequential()
    model.add(layers.Masking())
    model.add(Scale())
    model.add(layers.Bidirectional(layers.GRU(4)))
    return model


# %% functional
class Scale(layers.Layer):
    def call(self, x):  # here  # LL409
        return x * 2.0


inputs = keras.Input((None,))
x = layers.Embedding(10, 4, mask_zero=True)(inputs)
x = Scale()(x)
y = layers.GlobalAveragePooling1D()(x)
