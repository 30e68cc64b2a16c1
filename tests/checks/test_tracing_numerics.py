"""Dtypes, constants and gradients in `call()`: what is reported, and what is right as it is."""

from __future__ import annotations

from textwrap import dedent, indent

HEAD = """\
import numpy as np
import tensorflow as tf
from tensorflow import keras

NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

"""


def test_a_constant_with_a_name_is_for_the_author(diagnose):
    body = """\
        def call(self, x):
            return x + NEGATIVE * tf.cast(x < 0, x.dtype)
    """
    (found,) = diagnose(HEAD + indent(dedent(body), "    "), "LL310")
    assert found.fix is None
