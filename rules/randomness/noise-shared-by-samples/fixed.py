import tensorflow as tf
from tensorflow import keras


class Sampling(keras.layers.Layer):
    def __init__(self, latent, **kwargs):
        super().__init__(**kwargs)
        self.latent = latent

    def call(self, inputs):
        mean, log_var = inputs
        noise = tf.random.normal(shape=tf.shape(mean))
        return mean + tf.exp(0.5 * log_var) * noise
