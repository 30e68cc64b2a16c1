import tensorflow as tf
from tensorflow import keras


# %% unpacked beside another value
class Pairs(keras.layers.Layer):
    def call(self, x):
        count, width = x.shape[0], x.shape[-1]  # LL304
        zeros = tf.zeros((count, 4, width))
        ones = tf.ones((count, 4, width))
        return tf.reshape(zeros, (count, -1)) + tf.reshape(ones, (count, -1))


# %% given in two lines: reported where it is used first
class Pairs(keras.layers.Layer):
    def __init__(self, axis, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis

    def call(self, x, y):
        count = x.shape[0]
        if self.axis:
            count = y.shape[0]
        zeros = tf.zeros((count, 4))  # LL304
        ones = tf.ones((count, 4))
        return zeros + ones
