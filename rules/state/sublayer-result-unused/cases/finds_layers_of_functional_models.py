import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.layers import Conv2D, Dense, multiply

# %% each layer takes the same
def gate(x, filters):
    s = keras.layers.GlobalAveragePooling2D(keepdims=True)(x)
    s = keras.layers.Dense(filters // 4, activation="relu")(x)  # LL224
    s = keras.layers.Dense(filters, activation="sigmoid")(x)
    return keras.layers.multiply([x, s])


# %% a residual block
def block(x, filters):
    y = Conv2D(filters, 3, padding="same")(x)  # LL224
    y = Conv2D(filters, 3, padding="same")(x)
    return keras.layers.add([x, y])


# %% with something else between
def head(x):
    hidden = Dense(16, activation="relu")(x)  # LL224
    shape = x.shape
    hidden = tf.keras.layers.Flatten()(x)
    return Dense(shape[-1])(hidden)


# %% in a branch
def tower(x, deep):
    if deep:
        y = Dense(8)(x)  # LL224
        y = Dense(8, activation="relu")(x)
        x = Dense(8)(y)
    return x
