# %% half of it
import tensorflow as tf

layers = tf.keras.layers


def kl(mean, log_var):
    return -0.5 * tf.reduce_mean(1 + log_var - mean**2 - tf.exp(log_var))


def draw(mean, log_var):
    return mean + tf.exp(log_var / 2) * tf.random.normal(tf.shape(mean))

# %% the deviation in both
import tensorflow as tf

layers = tf.keras.layers


def kl(mean, log_sigma):
    return -0.5 * tf.reduce_mean(1 + 2 * log_sigma - mean**2 - tf.exp(2 * log_sigma))


def draw(mean, log_sigma):
    return mean + tf.exp(log_sigma) * tf.random.normal(tf.shape(mean))

# %% another value in the draw
import tensorflow as tf

layers = tf.keras.layers


def kl(mean, log_var):
    return -0.5 * tf.reduce_mean(1 + log_var - mean**2 - tf.exp(log_var))


def draw(mean, log_sigma):
    return mean + tf.exp(log_sigma) * tf.random.normal(tf.shape(mean))

# %% a draw and no divergence
import tensorflow as tf

layers = tf.keras.layers


def draw(mean, log_var):
    return mean + tf.exp(log_var) * tf.random.normal(tf.shape(mean))
