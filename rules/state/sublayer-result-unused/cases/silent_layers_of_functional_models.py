import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.layers import BatchNormalization, Conv2D, Dense

# %% one after the other
def gate(x, filters):
    s = Dense(filters // 4, activation="relu")(x)
    s = Dense(filters, activation="sigmoid")(s)
    return keras.layers.multiply([x, s])


# %% read between
def heads(x):
    outputs = []
    y = Dense(1)(x)
    outputs.append(y)
    y = Dense(1)(x)
    outputs.append(y)
    return keras.Model(x, outputs)


# %% bound again on one way only
def tower(x, deep):
    y = Dense(8)(x)
    if deep:
        y = Dense(16)(x)
    return y


# %% in a loop that reads it at its begin
def chain(x, depth):
    y = x
    for _ in range(depth):
        x = keras.layers.add([x, y])
        y = Dense(8)(x)
    return x


# %% no weights
def pooled(x):
    y = keras.layers.Flatten()(x)
    y = keras.layers.GlobalAveragePooling2D()(x)
    return Dense(2)(y)


# %% one layer that is called twice
def shared(a, b):
    layer = Dense(4)
    y = layer(a)
    y = layer(b)
    return y
