# %% without weights
from tensorflow import keras
from tensorflow.keras import layers


def block(x, filters, activation=layers.ReLU()):
    return activation(layers.Conv2D(filters, 3, padding="same")(x))


def model(size):
    inputs = keras.Input((size, size, 3))
    return keras.Model(inputs, block(block(inputs, 4), 4))

# %% called once, or with others
from tensorflow import keras
from tensorflow.keras import layers


def block(x, filters, activation=layers.PReLU(shared_axes=[1, 2])):
    return activation(layers.Conv2D(filters, 3, padding="same")(x))


def model(size):
    inputs = keras.Input((size, size, 3))
    x = block(inputs, 4, layers.PReLU(shared_axes=[1, 2]))
    return keras.Model(inputs, block(x, 4))

# %% made anew
from tensorflow import keras
from tensorflow.keras import layers


def block(x, filters, activation=None):
    activation = activation or layers.PReLU(shared_axes=[1, 2])
    return activation(layers.Conv2D(filters, 3, padding="same")(x))


def model(size):
    inputs = keras.Input((size, size, 3))
    return keras.Model(inputs, block(block(inputs, 4), 4))
