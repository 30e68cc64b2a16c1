"""Dropout that can be switched off by its rate."""

import tensorflow as tf
from tensorflow import keras


class OptionalDropout(keras.layers.Layer):
    """Drops inputs in training; a rate of `None` or zero drops none."""

    def __init__(self, rate=None, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, inputs, training=None):
        active = training
        if self.rate is not None:
            active = self.rate > 0.0
        if active:
            return tf.nn.dropout(inputs, self.rate)
        return inputs

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}
