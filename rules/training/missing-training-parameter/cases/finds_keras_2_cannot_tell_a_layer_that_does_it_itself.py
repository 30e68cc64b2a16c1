import tf_keras as keras
import tensorflow as tf


class Center(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x):  # here  # LL101
        self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        return x - self.mean
