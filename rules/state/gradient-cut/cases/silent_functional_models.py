import keras
from keras import layers, ops


# %% straight through
def coder(width):
    x = keras.Input((width,))
    h = layers.Dense(8)(x)
    h = layers.Lambda(lambda t: t + ops.stop_gradient(ops.round(t) - t))(h)
    model = keras.Model(x, layers.Dense(width)(h))
    model.compile("adam", "mse")
    return model


# %% another way
def skip(width):
    x = keras.Input((width,))
    h = layers.Dense(8)(x)
    both = layers.Concatenate()([ops.sign(h), h])
    model = keras.Model(x, layers.Dense(width)(both))
    model.compile("adam", "mse")
    return model


# %% the codes are looked at, and another model is trained
def hashes(width):
    x = keras.Input((width,))
    h = layers.Dense(8)(x)
    coder = keras.Model(x, layers.Dense(1)(ops.sign(h)))
    coder.compile("adam", "mse")
    model = keras.Model(x, layers.Dense(2)(h))
    model.compile("adam", "mse")
    return coder, model


# %% classes are what it gives
def classes(width):
    x = keras.Input((width,))
    model = keras.Model(x, ops.argmax(layers.Dense(5)(x), axis=-1))
    model.compile(metrics=["accuracy"])
    return model


# %% only to look at
def looked_at(width):
    x = keras.Input((width,))
    return keras.Model(x, layers.Dense(2)(ops.round(layers.Dense(5)(x))))


# %% the features are held on purpose
def frozen(width):
    x = keras.Input((width,))
    h = ops.stop_gradient(layers.Dense(8)(x))
    model = keras.Model(x, layers.Dense(2)(h))
    model.compile("adam", "mse")
    return model
