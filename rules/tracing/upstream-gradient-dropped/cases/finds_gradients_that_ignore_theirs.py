# %% a method that is decorated within call
import tensorflow as tf
from tensorflow import keras


class Rounded(keras.layers.Layer):
    def call(self, x):
        @tf.custom_gradient
        def straight(value):
            def backward(upstream):  # LL319
                return tf.ones_like(value)

            return tf.round(value), backward

        return straight(x)

# %% a lambda
import tensorflow as tf
from tensorflow import keras


@tf.custom_gradient
def clip(x):
    return tf.clip_by_value(x, 0, 1), lambda dy: tf.cast(x > 0, x.dtype)  # LL319


class Clip(keras.layers.Layer):
    def call(self, x):
        return clip(x)

# %% wrapped by a call
import tensorflow as tf
from tensorflow.keras import layers


def reversed_gradient(x):
    def grad(dy):  # LL319
        return -tf.ones_like(x)

    return tf.identity(x), grad


class Reverse(layers.Layer):
    def call(self, x):
        return tf.custom_gradient(reversed_gradient)(x)

# %% several results and variables
import tensorflow as tf
from tensorflow import keras


@tf.custom_gradient
def both(x):
    def grad(first, second, variables=None):  # LL319
        return 2.0 * x

    return (x * x, tf.abs(x)), grad


class Both(keras.layers.Layer):
    def call(self, x):
        return both(x)[0]
