import keras
import tensorflow as tf
from keras import layers


# %% another separator
def block(x, prefix):
    return layers.Conv2D(4, 3, name=f"{prefix}_conv")(x)


# %% a path
def load(prefix):
    return layers.Rescaling(1.0 / 255, name=prefix)


# %% a scope of TensorFlow
def scoped(x):
    with tf.name_scope("a/b"):
        return tf.identity(x, name="c/d")


# %% division
def sized(x, width):
    return layers.Dense(width // 2, name=str(width / 2))(x)


# %% no layer
def logger(make):
    return make(name="train/loss")


# %% a test that waits for it
def check(test):
    with test.assertRaises(ValueError):
        layers.Dense(2, name="a/b")
