"""What `__init__` and `build` draw at random and do not save."""

from __future__ import annotations

import pytest

RANDOM = """
import numpy as np
import random
import keras
import tensorflow as tf
from tensorflow.keras import backend as K


class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        {made}

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return {used}
"""


def drawn(made, used="x @ self.w"):
    return RANDOM.format(made=made, used=used)


@pytest.mark.parametrize(
    ("made", "shape", "initializer"),
    [
        ("tf.random.normal((3, 4))", "(3, 4)", "RandomNormal(stddev=1.0)"),
        ("tf.random.normal([3, 4], 1.0, 0.5)", "[3, 4]", "RandomNormal(mean=1.0, stddev=0.5)"),
        ("tf.random.uniform((3, 4))", "(3, 4)", "RandomUniform(minval=0.0, maxval=1.0)"),
        ("keras.random.uniform((3,), maxval=9.0)", "(3,)", "RandomUniform(minval=0.0, maxval=9.0)"),
        ("tf.random.truncated_normal((3, 4))", "(3, 4)", "TruncatedNormal(stddev=1.0)"),
    ],
)
def test_one_plain_draw_becomes_a_weight(diagnose, made, shape, initializer):
    (found,) = diagnose(drawn(f"self.w = {made}"), select="LL219")
    assert found.fix is not None
    assert found.fix.applicability == "unsafe"
    text = " ".join(found.fix.edits[0].text.split())
    assert text == (
        f'self.add_weight( name="w", shape={shape}, '
        f"initializer=keras.initializers.{initializer}, trainable=False, )"
    )


@pytest.mark.parametrize(
    "made",
    [
        "self.w = 2.0 * tf.random.normal((3, 4))",
        "self.w = tf.random.normal(shape)",
        "self.w = tf.random.normal((3, 4), dtype=tf.float64)",
        "self.w = np.random.randn(3, 4)",
    ],
)
def test_a_value_that_is_more_than_a_draw_is_for_the_author(diagnose, made):
    (found,) = diagnose(drawn(made), select="LL219")
    assert found.fix is None
