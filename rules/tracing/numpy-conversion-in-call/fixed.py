"""Squashes vectors to a length below 1."""

import numpy as np
import tensorflow as tf
from tensorflow import keras


class Squash(keras.layers.Layer):
    def call(self, x):
        norm = tf.reduce_sum(tf.square(x), axis=-1, keepdims=True)
        return x / tf.sqrt(1.0 + norm)
