import keras
import tensorflow as tf


class Recomputed(keras.Model):
    def __init__(self, width=16):
        super().__init__()
        self.first = keras.layers.Dense(width)

    def _segment(self, x):
        return tf.nn.relu(self.first(x))

    def call(self, x):
        def recompute(t):
            def backward(dy):  # LL314
                return dy

            return self._segment(t), backward

        return tf.custom_gradient(recompute)(x)
