# %% by keyword
import tensorflow as tf
from tensorflow import keras


class Sampling(keras.layers.Layer):
    def __init__(self, latent, **kwargs):
        super().__init__(**kwargs)
        self.latent = latent

    def call(self, inputs):
        mean, log_var = inputs
        noise = tf.random.normal(shape=(self.latent,))  # LL611
        return mean + tf.exp(0.5 * log_var) * noise

# %% a number
import keras
from keras import ops


class Sampling(keras.layers.Layer):
    def call(self, inputs):
        mean, log_var = inputs
        return mean + ops.exp(0.5 * log_var) * keras.random.normal((8,))  # LL611

# %% the axes behind the first
import tensorflow as tf
from tensorflow import keras


class Noisy(keras.layers.Layer):
    def call(self, x):
        deviation = tf.sqrt(tf.abs(x))
        noise = tf.random.normal(tf.shape(x)[1:])  # LL611
        return deviation * noise + x

# %% of sublayers
import tensorflow as tf
from tensorflow.keras import layers


class Bottleneck(layers.Layer):
    def __init__(self, latent, **kwargs):
        super().__init__(**kwargs)
        self.latent = latent
        self.mean, self.spread = layers.Dense(latent), layers.Dense(latent)

    def call(self, x):
        epsilon = tf.random.normal([self.latent])  # LL611
        return self.mean(x) + tf.nn.softplus(self.spread(x)) * epsilon
