# %% called twice
from tensorflow import keras
from tensorflow.keras import layers


def block(x, filters, activation=layers.PReLU(shared_axes=[1, 2])):  # LL217
    return activation(layers.Conv2D(filters, 3, padding="same")(x))


def model(size):
    inputs = keras.Input((size, size, 3))
    x = block(inputs, 4)
    return keras.Model(inputs, block(x, 4))

# %% in a loop
import keras


def stage(x, norm=keras.layers.BatchNormalization()):  # LL217
    return norm(keras.layers.Dense(8)(x))


def model(depth):
    x = inputs = keras.Input((8,))
    for _ in range(depth):
        x = stage(x)
    return keras.Model(inputs, x)
