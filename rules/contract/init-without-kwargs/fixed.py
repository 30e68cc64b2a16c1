"""Repeats the features of its input."""

import tensorflow as tf
from tensorflow import keras


class RepeatFeatures(keras.layers.Layer):
    def __init__(self, times=2, **kwargs):
        super().__init__(**kwargs)
        self.times = times

    def call(self, x):
        return tf.repeat(x, self.times, axis=-1)

    def get_config(self):
        config = super().get_config()
        config.update({"times": self.times})
        return config
