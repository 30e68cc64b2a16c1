import math
import tensorflow as tf
from tensorflow import keras


class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 0

    def build(self, input_shape):
        setattr(self, 'w', self.add_weight(shape=())); self.mean = self.add_weight(shape=(), trainable=False)  # LL202

    def call(self, x, training=None):
        getattr(self, 'w').assign_add(tf.reduce_mean(x))
        return x
