"""Blurs the labels of a batch in training."""

import tensorflow as tf
from tensorflow import keras


class BlurLabels(keras.layers.Layer):
    def __init__(self, amount=0.1, **kwargs):
        super().__init__(**kwargs)
        self.amount = amount

    def call(self, labels, training=None, **kwargs):
        if training:
            mean = tf.reduce_mean(labels, axis=-1, keepdims=True)
            labels = (1.0 - self.amount) * labels + self.amount * mean
        return labels

    def get_config(self):
        return {**super().get_config(), "amount": self.amount}
