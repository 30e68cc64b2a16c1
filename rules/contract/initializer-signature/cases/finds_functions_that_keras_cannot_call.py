import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% a lambda of the shape
dense = layers.Dense(4, kernel_initializer=lambda shape: tf.zeros(shape))  # LL426


# %% a regularizer of two
def pull(weight, strength):  # LL426
    return strength * tf.reduce_sum(weight**2)


dense = layers.Dense(4, kernel_regularizer=pull)


# %% a constraint of two
def clip(weight, low, high=1.0):  # LL426
    return tf.clip_by_value(weight, low, high)


conv = layers.Conv2D(4, 3, bias_constraint=clip)


# %% a class
class Ramp(keras.initializers.Initializer):
    def __call__(self, shape):  # LL426
        return tf.reshape(tf.range(np.prod(shape)), shape)


# %% an initializer that needs more
def spread(shape, dtype, width):  # LL426
    return tf.fill(shape, tf.cast(width, dtype))


class Block(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(4,), initializer=spread)
