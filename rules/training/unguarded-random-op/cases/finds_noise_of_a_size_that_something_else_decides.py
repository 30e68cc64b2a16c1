import tensorflow as tf
from tensorflow import keras


class Shaken(keras.layers.Layer):
    def __init__(self, stddev=0.1, active=True, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev
        self.active = active

    def call(self, x, training=None):
        stddev = self.stddev if self.active else 0.0
        return x + tf.random.normal(tf.shape(x), stddev=stddev)  # LL103
