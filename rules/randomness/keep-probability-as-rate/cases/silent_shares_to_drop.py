import tensorflow as tf
from tensorflow import keras

# %% the rest
class Block(keras.layers.Layer):
    def __init__(self, keep_prob=0.9, **kwargs):
        super().__init__(**kwargs)
        self.drop = keras.layers.Dropout(1.0 - keep_prob)

    def call(self, x):
        return self.drop(x)


# %% a name that says what it is
def tower(x, drop_prob):
    return keras.layers.Dropout(drop_prob)(x)


# %% a small number under the wrong name
def head(x, keep_prob=0.2):
    return keras.layers.Dropout(keep_prob)(x)


# %% given as a small number
def body(x, keep_prob):
    return keras.layers.Dropout(keep_prob)(x)


def network(x):
    return body(x, keep_prob=0.1)


# %% TensorFlow 1, by position
def old(x, keep_prob):
    return tf.nn.dropout(x, keep_prob)


# %% a layer of somebody else
def other(x, keep_prob):
    return DropPath(keep_prob)(x)
