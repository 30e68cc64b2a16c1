# %% as many as there are samples
import tensorflow as tf
from tensorflow import keras


class Sampling(keras.layers.Layer):
    def call(self, inputs):
        mean, log_var = inputs
        noise = tf.random.normal(shape=tf.shape(mean))
        return mean + tf.exp(0.5 * log_var) * noise

# %% an axis for the batch
import tensorflow as tf
from tensorflow import keras


class Sampling(keras.layers.Layer):
    def __init__(self, latent, **kwargs):
        super().__init__(**kwargs)
        self.latent = latent

    def call(self, inputs):
        mean, log_var = inputs
        noise = tf.random.normal(shape=(tf.shape(mean)[0], self.latent))
        return mean + tf.exp(0.5 * log_var) * noise

# %% noise of the weights
import tensorflow as tf
from tensorflow import keras


class NoisyBias(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, shape):
        self.bias = self.add_weight(name="bias", shape=(self.units,))
        self.spread = self.add_weight(name="spread", shape=(self.units,))

    def call(self, x):
        noise = tf.random.normal((self.units,))
        return x + (self.bias + tf.exp(self.spread) * noise)

# %% one draw of the batch on purpose, times a weight
import tensorflow as tf
from tensorflow import keras


class Shift(keras.layers.Layer):
    def call(self, x):
        step = tf.exp(-2.0)
        return x + step * tf.random.normal((3,))
