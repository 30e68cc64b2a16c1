import tensorflow as tf
from tensorflow import keras


class Latent(keras.layers.Layer):
    """Draws from a normal distribution, and pulls it towards the standard one."""

    def call(self, inputs):
        mean, log_var = inputs
        kl = -0.5 * tf.reduce_sum(1 + log_var - tf.square(mean) - tf.exp(log_var), axis=-1)
        self.add_loss(tf.reduce_mean(kl))
        return mean + tf.exp(log_var) * tf.random.normal(tf.shape(mean))
