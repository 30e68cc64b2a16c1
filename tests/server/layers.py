"""Layers that an editor holds."""

LAYER = """\
from tensorflow import keras


class Counter(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), initializer="zeros", trainable=False)

    def call(self, inputs, training=None):
        "😀"; self.seen.assign_add(1.0)
        return inputs * (1.0 + 0.0 * self.seen)
"""
BASE = LAYER.partition("\n\n    def call")[0] + "\n"
DERIVED = f"""\
from base import Counter


class Sub(Counter):
{LAYER.partition("self.seen = ")[2].partition(chr(10) * 2)[2]}"""
