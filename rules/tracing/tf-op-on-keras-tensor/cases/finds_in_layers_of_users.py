# %% tf function on a keras tensor
import tensorflow as tf
import keras


def model():
    inputs = keras.Input((8,))
    x = keras.layers.Dense(4)(inputs)
    x = tf.nn.relu(x)  # LL309
    return keras.Model(inputs, keras.layers.Dense(1)(x))
