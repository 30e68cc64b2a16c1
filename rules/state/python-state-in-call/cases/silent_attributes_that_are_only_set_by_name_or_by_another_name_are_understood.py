import math
import tensorflow as tf
from tensorflow import keras


class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = 0

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
        layer = self
        layer.late = tf.nn.relu(x)
        layer.seen = layer.seen + 1
        layer.parts.append(x)
        setattr(self, 'n', getattr(self, 'n') + 1)
        return x * layer.seen
