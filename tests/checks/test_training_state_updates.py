"""LL102, LL104 and LL105: which writes to state are reported, and which are left alone."""

from __future__ import annotations

from typing import Any

LAYER = """\
import tensorflow as tf
from tensorflow import keras


class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

"""


def test_a_layer_that_a_test_defines_is_left_alone(lint: Any) -> None:
    source = (
        LAYER
        + "    def call(self, x):\n        self.count.assign_add(2.0)\n        return x\n"
        + "\n\ndef test_it():\n    Average()\n"
    )
    assert lint("", select="LL102", layer_test=source) == []


def test_what_may_be_a_weight_that_is_masked_is_guarded_by_its_author_alone(diagnose) -> None:
    source = """\
import keras


class Normed(keras.layers.Layer):
    def __init__(self, layer, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        self.layer.kernel.assign(self.layer.kernel / {norm})
        return self.layer(x)
"""
    steady, moved = "keras.ops.norm(self.layer.kernel)", "keras.ops.norm(x)"
    (found,) = diagnose(source.format(norm=steady), select="LL102")
    assert found.fix.applicability == "unsafe"
    (found,) = diagnose(source.format(norm=moved), select="LL102")
    assert found.fix.applicability == "safe"
