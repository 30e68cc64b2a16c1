import keras
import tensorflow as tf


class Masked(keras.layers.Layer):
    def call(self, x, padding):
        dtype = tf.float32
        if self.dtype == "float64":
            dtype = tf.float64
        return tf.nn.softmax(tf.cast(x, dtype) + -1e9 * tf.cast(padding, dtype))
