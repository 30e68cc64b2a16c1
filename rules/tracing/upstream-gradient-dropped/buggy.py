import tensorflow as tf
from tensorflow import keras


@tf.custom_gradient
def binarize(x):
    def grad(dy):
        return tf.cast(tf.abs(x) <= 1, x.dtype)

    return tf.sign(x), grad


class Binarized(keras.layers.Layer):
    def call(self, inputs):
        return binarize(inputs)
