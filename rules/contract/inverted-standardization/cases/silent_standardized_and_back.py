import tensorflow as tf
from tensorflow import keras

# %% the right way round


def standardize(x, eps):
    mean, var = tf.nn.moments(x, axes=[0], keepdims=True)
    inv = tf.math.rsqrt(var + eps)
    return (x - mean) * inv + (x - mean) * tf.math.rsqrt(var) + (x - mean) / tf.sqrt(var + eps)


def rms(x):
    return x * tf.math.rsqrt(tf.reduce_mean(tf.square(x), axis=-1, keepdims=True) + 1e-6)


# %% back to what was standardized, and a draw


def back(x, mean, var):
    return x * tf.sqrt(var) + mean + x / tf.math.rsqrt(var)


def draw(mean, var):
    return mean + tf.sqrt(var) * tf.random.normal(tf.shape(mean))


# %% the style of another image


def adaptive(content, style_mean, style_var):
    mean, var = tf.nn.moments(content, axes=[1, 2], keepdims=True)
    at_once = (content - mean) * tf.sqrt(style_var) / tf.sqrt(var)
    normal = (content - mean) / tf.sqrt(var + 1e-5)
    return normal * tf.sqrt(style_var) + style_mean + at_once


def moved(content, content_mean, style_var):
    return (content - content_mean) * tf.sqrt(style_var)


# %% a precision


def whitened(x, mean, var):
    precision = 1.0 / var
    weight = tf.sqrt(1.0 / (var + 1e-6))
    inv_var = tf.math.reciprocal(var)
    return (x - mean) * tf.sqrt(precision) + (x - mean) * weight + (x - mean) * tf.sqrt(inv_var)


# %% renormalized: by the deviation of the batch over that of all


class Renorm(keras.layers.Layer):
    def call(self, x, moving_var):
        mean = tf.reduce_mean(x, 0)
        var = tf.math.reduce_variance(x, 0)
        return (x - mean) * tf.sqrt(var) / moving_var + (x - mean) * tf.sqrt(var) / (var + 1e-6)


# %% the root of a size, the mean of something else, a length that a gate works with


def scaled(x, y, size):
    mean = tf.reduce_mean(x)
    gate = x * tf.sqrt(tf.reduce_mean(tf.square(x)))
    return (x - mean) * tf.sqrt(size) + (x - mean) * tf.sqrt(tf.math.reduce_variance(y)) + gate
