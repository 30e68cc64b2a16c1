"""Weighs features by attention, and reports how sharp the attention was."""

import tensorflow as tf
from tensorflow import keras


class FeatureGate(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.gate = None

    def build(self, input_shape):
        self.score = self.add_weight(name="score", shape=(input_shape[-1],), initializer="ones")

    def call(self, x):
        self.gate = tf.nn.softmax(x * self.score)
        return x * self.gate

    def sharpness(self):
        return float(tf.reduce_max(self.gate))
