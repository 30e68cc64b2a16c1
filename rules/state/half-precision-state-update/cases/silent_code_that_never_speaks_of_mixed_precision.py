import keras
import tensorflow as tf


class Counter(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), trainable=False)

    def call(self, x, training=None):
        if training:
            self.steps.assign(self.steps + 1.0)
        return x * self.steps
