import tensorflow as tf
from tensorflow import keras


class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=True):
        if training:
            self.mean.assign(tf.reduce_mean(x, 0) + self.mean)
        return x
