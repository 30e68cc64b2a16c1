import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% of TensorFlow
def scaled():
    x = keras.Input((3,))
    scale = tf.Variable(1.0)
    return keras.Model(x, layers.Lambda(lambda t: scale * t)(x))  # LL215


# %% in a function
def shifted():
    x = keras.Input((3,))
    shift = tf.Variable([0.0, 0.0, 0.0], name="shift")

    def add(t):
        return t + shift

    return keras.Model(x, layers.Lambda(add)(x))  # LL215
