import keras
from keras import layers, ops


# %% a function of tensors, in a helper
def block(x, units):
    return ops.relu(layers.Dense(units)(x))


def coder(width):
    x = keras.Input((width,))
    h = ops.round(block(x, 8))  # LL223
    return keras.Model(x, layers.Dense(width)(h))


def train(x):
    model = coder(4)
    model.compile("adam", "mse")
    model.fit(x, x)


# %% a lambda
def hashes(width):
    x = keras.Input((width,))
    h = layers.Dense(8, activation="tanh")(x)
    codes = layers.Lambda(lambda t: ops.sign(t))(h)  # LL223
    model = keras.Model(x, layers.Dense(2)(codes))
    model.compile("adam", "mse")
    return model


# %% a layer of the project
class Rounded(layers.Layer):
    def call(self, x):
        return ops.round(x)


def rounded(width):
    x = keras.Input((width,))
    h = Rounded()(layers.Dense(8)(x))  # LL223
    model = keras.Model(x, layers.Dense(2)(h))
    model.compile("adam", "mse")
    return model
