"""Statements that compute something and throw it away."""

from __future__ import annotations

LAYER = """
import keras
import tensorflow as tf
from keras import ops
from tensorflow.keras import backend as K


class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
{body}
        return x
"""


def layer(body):
    return LAYER.format(body="\n".join(" " * 8 + line for line in body.splitlines()))


def test_the_message_names_the_layer_as_it_is_written(diagnose):
    (found,) = diagnose(layer("self.dropout(x)"), select="LL213")
    assert found.message.startswith("`self.dropout` returns a new tensor")
    assert "this `Dropout`" in found.message
