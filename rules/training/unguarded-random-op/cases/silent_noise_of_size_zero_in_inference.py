import tensorflow as tf
from tensorflow import keras


class Shaken(keras.layers.Layer):
    def __init__(self, stddev=0.1, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev

    def call(self, x, training=None):
        stddev = self.stddev if training else 0.0
        return x + tf.random.normal(tf.shape(x), stddev=stddev)


class Thinned(keras.layers.Layer):
    def __init__(self, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, x, training=None):
        rate = self.rate
        if not training:
            rate = 0.0
        kept = tf.random.uniform(tf.shape(x)) >= rate
        return x * tf.cast(kept, x.dtype) / (1 - rate)
