import tensorflow as tf
from tensorflow import keras


class Shaken(keras.layers.Layer):
    def call(self, x):
        mean = tf.reduce_mean(x)
        return x - mean + tf.random.normal(tf.shape(x))  # LL103
