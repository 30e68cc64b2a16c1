import functools
import tensorflow as tf
import tf_keras as keras


class Noise(keras.layers.GaussianNoise):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.drop = keras.layers.Dropout(rate)
        self.dense = keras.layers.Dense(4)

    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None, mask=None):
        return super().call(inputs)
