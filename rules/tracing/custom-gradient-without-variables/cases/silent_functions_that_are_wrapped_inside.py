import keras
import tensorflow as tf


class Recomputed(keras.Model):
    def __init__(self, width=16):
        super().__init__()
        self.first = keras.layers.Dense(width)

    def _bounded(self, x):
        return tf.clip_by_value(x, 0.0, 1.0)

    def call(self, x):
        def recompute(t):
            def backward(dy):
                return dy

            return self._bounded(t), backward

        def learned(t):
            def backward(dy, variables=None):
                return dy, [tf.zeros_like(each) for each in variables]

            return self.first(t), backward

        return tf.custom_gradient(learned)(tf.custom_gradient(recompute)(x))
