import tensorflow as tf
from tensorflow import keras


class Counted(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), trainable=False)

    def call(self, x):
        for number in range(10**40):
            x = x + number
        self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL102
        return x
