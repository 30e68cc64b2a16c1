import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% not trained
def scaled():
    x = keras.Input((3,))
    scale = tf.Variable(1.0, trainable=False)
    return keras.Model(x, layers.Lambda(lambda t: scale * t)(x))


# %% a constant
def shifted():
    x = keras.Input((3,))
    shift = tf.constant([0.0, 1.0, 2.0])
    return keras.Model(x, layers.Lambda(lambda t: t + shift)(x))


# %% another function's
def other(scale):
    x = keras.Input((3,))
    return keras.Model(x, layers.Lambda(lambda t: scale * t)(x))
