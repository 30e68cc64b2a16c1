import functools

import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% shape and dtype
def small(shape, dtype=None):
    return tf.zeros(shape, dtype or "float32")


dense = layers.Dense(4, kernel_initializer=small)


# %% any keywords
def small(shape, **kwargs):
    return tf.zeros(shape)


dense = layers.Dense(4, kernel_initializer=small)


# %% a regularizer of one, a constraint with a default
def pull(weight, strength=0.1):
    return strength * tf.reduce_sum(weight**2)


dense = layers.Dense(4, kernel_regularizer=pull, kernel_constraint=lambda w, top=1.0: w)


# %% a factory
def make(scale):
    def initializer(shape, dtype=None):
        return tf.fill(shape, scale)

    return initializer


dense = layers.Dense(4, kernel_initializer=make(2.0))


# %% not for Keras
def fill(shape):
    return tf.zeros(shape)


class Mesh:
    def __init__(self, initializer):
        self.points = initializer((3,))


mesh = Mesh(initializer=fill)


# %% partial
def spread(shape, dtype, width):
    return tf.fill(shape, width)


dense = layers.Dense(4, kernel_initializer=functools.partial(spread, width=2.0))


# %% a class
class Ramp(keras.initializers.Initializer):
    def __call__(self, shape, dtype=None, **kwargs):
        return tf.zeros(shape, dtype)
