import tensorflow as tf
from tensorflow import keras

# %% divided by the inverse of the deviation


def standardize(x, eps):
    mean, var = tf.nn.moments(x, axes=[0], keepdims=True)
    return (x - mean) / tf.math.rsqrt(var + eps)  # LL443


# %% the inverse under a name, which is that of the deviation


class Norm(keras.layers.Layer):
    def call(self, x):
        mean = keras.ops.mean(x, axis=-1, keepdims=True)
        var = keras.ops.var(x, axis=-1, keepdims=True)
        std = keras.ops.rsqrt(var + 1e-6)
        centred = x - mean
        return centred / std  # LL443


# %% multiplied by the deviation, and by a weight


class Scaled(keras.layers.Layer):
    def build(self, shape):
        self.gamma = self.add_weight(name="gamma", shape=shape[-1:], initializer="ones")
        self.beta = self.add_weight(name="beta", shape=shape[-1:], initializer="zeros")

    def call(self, x):
        batch_mean = tf.reduce_mean(x, axis=0)
        batch_var = tf.math.reduce_variance(x, axis=0)
        std = tf.sqrt(batch_var + 1e-3)
        return self.gamma * (x - batch_mean) * std + self.beta  # LL443


# %% moving statistics


class Moving(keras.layers.Layer):
    def build(self, shape):
        self.moving_mean = self.add_weight(name="m", shape=shape[-1:], trainable=False)
        self.moving_variance = self.add_weight(
            name="v", shape=shape[-1:], initializer="ones", trainable=False
        )

    def call(self, x):
        return (x - self.moving_mean) * (self.moving_variance + 1e-3) ** 0.5  # LL443


# %% the length of a vector, and functions in the place of operators


def rms(x, eps=1e-6):
    power = tf.reduce_mean(tf.square(x), axis=-1, keepdims=True)
    return x / tf.math.rsqrt(power + eps)  # LL443


def divided(x):
    mean = tf.reduce_mean(x, -1, keepdims=True)
    return tf.divide(tf.subtract(x, mean), tf.math.rsqrt(tf.math.reduce_variance(x, -1)))  # LL443


def by_deviation(x):
    return (x - tf.reduce_mean(x)) * tf.math.reduce_std(x)  # LL443
