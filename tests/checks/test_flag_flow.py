"""Where the training flag gets lost, replaced or mistaken on its way (LL114 to LL120, LL123)."""

from __future__ import annotations

LAYER = """
import functools
import tensorflow as tf
from tensorflow import keras


class Noise(keras.layers.{base}):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.drop = keras.layers.Dropout(rate)
        self.dense = keras.layers.Dense(4)

    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None, mask=None):
{body}
"""


def layer(body, base="Layer"):
    lines = body.strip("\n").split("\n")
    return LAYER.format(base=base, body="\n".join(f"        {line}" for line in lines))


# LL114


# LL115


# LL116


# LL117


# LL118


# LL119


# LL120


def test_an_update_that_a_frozen_layer_makes_is_reported_where_it_is_asked_for(lint):
    source = layer("if training:\n    self.seen.assign(tf.reduce_mean(inputs))\nreturn inputs")
    assert lint(source, select="LL120") == [("LL120", 19)]
    assert "LL120" not in [code for code, _ in lint(source)]


# LL123
