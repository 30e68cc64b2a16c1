import tensorflow as tf
from tensorflow import keras


class Centre(keras.layers.Layer):
    """Centres the numbers of each sample."""

    def call(self, x):
        return x - tf.reduce_mean(x)
