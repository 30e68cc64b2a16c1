import tensorflow as tf
from tensorflow import keras

width = 0.5


class Latent(keras.layers.Layer):
    """Draws around a mean."""

    def call(self, mean):
        noise = tf.random.normal(tf.shape(mean), stddev=width)
        return mean + noise
