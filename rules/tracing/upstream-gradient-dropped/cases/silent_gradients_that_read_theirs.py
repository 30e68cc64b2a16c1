# %% a factor
import tensorflow as tf
from tensorflow import keras


@tf.custom_gradient
def straight(x):
    def grad(dy):
        return dy

    return tf.round(x), grad


class Rounded(keras.layers.Layer):
    def call(self, x):
        return straight(x)

# %% no gradient on purpose
import tensorflow as tf
from tensorflow import keras


@tf.custom_gradient
def blocked(x):
    def grad(dy):
        return tf.zeros_like(x)

    return tf.identity(x), grad


@tf.custom_gradient
def looked_up(ids):
    return tf.cast(ids, tf.float32), lambda dy: None


class Blocked(keras.layers.Layer):
    def call(self, x):
        return blocked(x)

# %% none at all
import tensorflow as tf
from tensorflow import keras


@tf.custom_gradient
def forward_only(x):
    def grad(dy):
        raise NotImplementedError("not differentiable")

    return tf.round(x), grad


class Forward(keras.layers.Layer):
    def call(self, x):
        return forward_only(x)

# %% all of them by a star, with a default beside
import tensorflow as tf
from tensorflow import keras


@tf.custom_gradient
def scaled(x):
    def grad(*upstream, variables=None):
        return 2.0 * upstream[0]

    return 2.0 * x, grad


class Scaled(keras.layers.Layer):
    def call(self, x):
        return scaled(x)

# %% a function that stands elsewhere
import tensorflow as tf
from tensorflow import keras


def backward(dy):
    return 1.0


@tf.custom_gradient
def identity(x):
    return tf.identity(x), backward


class Identity(keras.layers.Layer):
    def call(self, x):
        return identity(x)
