"""Adds noise while training."""

import tensorflow as tf
from tensorflow import keras


class TrainingNoise(keras.layers.Layer):
    def call(self, x, training=None):
        if training:
            return x + tf.random.normal(tf.shape(x))
