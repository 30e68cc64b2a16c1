import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% in a layer
class Half(layers.Layer):
    def call(self, x):
        return x[:, : x.get_shape()[-1] // 2]


# %% of a tensor
def table(rows):
    x = tf.constant(rows)
    return x.get_shape().as_list()


# %% the attribute
def net():
    x = keras.Input((4,))
    return keras.Model(x, layers.Dense(x.shape[-1])(x))
