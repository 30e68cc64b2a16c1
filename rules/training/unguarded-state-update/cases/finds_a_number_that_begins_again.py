import tensorflow as tf
from tensorflow import keras


class Average(keras.layers.Layer):
    def build(self, shape):
        self.fresh = self.add_weight(name="fresh", shape=(), trainable=False)
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)

    def call(self, x):
        if self.fresh == 0.0:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x, axis=0))  # LL102
            self.fresh.assign(0.0)
        return x - self.mean
