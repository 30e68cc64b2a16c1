import tensorflow as tf
from tensorflow import keras


class Periodic(keras.layers.Layer):
    def build(self, shape):
        self.step = self.add_weight(name="step", shape=(), initializer="zeros", trainable=False)
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)

    def call(self, x):
        if self.step == 100.0:
            self.mean.assign(tf.reduce_mean(x, axis=0))  # LL102
            self.step.assign(0.0)
        return x - self.mean
