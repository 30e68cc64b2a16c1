import tensorflow as tf
from tensorflow import keras


class Sparse(keras.layers.Layer):
    """Asks for small activations."""

    def call(self, x):
        self.add_loss(tf.reduce_sum(tf.square(x), axis=-1))
        return x
