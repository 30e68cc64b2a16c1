import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% one for each
def mapping(width):
    inputs = keras.Input((width,))
    first = keras.initializers.HeNormal()
    second = keras.initializers.HeNormal()
    x = layers.Dense(width, kernel_initializer=first)(inputs)
    return keras.Model(inputs, layers.Dense(width, kernel_initializer=second)(x))


# %% made in every turn
def mapping(width, depth):
    x = inputs = keras.Input((width,))
    for _ in range(depth):
        init = keras.initializers.HeNormal()
        x = layers.Dense(width, kernel_initializer=init)(x)
    return keras.Model(inputs, x)


# %% one or the other
def head(x, width, wide):
    init = keras.initializers.HeNormal()
    if wide:
        return layers.Dense(width, kernel_initializer=init)(x)
    return layers.Dense(width, kernel_initializer=init)(x)


# %% in functions of their own
INIT = keras.initializers.HeNormal()


def small(x):
    return layers.Dense(8, kernel_initializer=INIT)(x)


def large(x):
    return layers.Dense(8, kernel_initializer=INIT)(x)


# %% what is passed, a string, zeros, another size, what draws anew
def block(x, width, init, word="he_normal"):
    zeros = keras.initializers.Zeros()
    anew = tf.random_normal_initializer(stddev=0.02)
    wide = keras.initializers.HeNormal()
    x = layers.Dense(width, kernel_initializer=init)(x)
    x = layers.Dense(width, kernel_initializer=init)(x)
    x = layers.Dense(width, kernel_initializer=word)(x)
    x = layers.Dense(width, kernel_initializer=word)(x)
    x = layers.Dense(width, kernel_initializer=zeros)(x)
    x = layers.Dense(width, kernel_initializer=zeros)(x)
    x = layers.Dense(width, kernel_initializer=anew)(x)
    x = layers.Dense(width, kernel_initializer=anew)(x)
    x = layers.Dense(width, kernel_initializer=wide)(x)
    return layers.Dense(2 * width, kernel_initializer=wide)(x)
