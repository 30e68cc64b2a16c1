import keras
import tensorflow as tf


class Center(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x):  # here
        self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))  # LL102
        return x - self.mean
