"""Losses that are added before `call()`."""

from __future__ import annotations

import pytest

LOSS = """
import functools
import keras
import tensorflow as tf


class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        {init}

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        {build}

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        {call}
        return tf.matmul(x, self.kernel)
"""


def loss(build="pass", init="pass", call="pass", package="keras"):
    source = LOSS.format(build=build, init=init, call=call)
    return source if package == "keras" else source.replace("keras", package)


@pytest.mark.parametrize(
    "function",
    ["lambda: 0.1", "self.penalty", "functools.partial(tf.reduce_sum, 1)", "[lambda: 0.1]"],
)
@pytest.mark.parametrize("place", ["init", "build"])
def test_a_function_works_on_keras_2_only(lint, diagnose, function, place):
    given = {place: f"self.add_loss({function})"}
    (found,) = diagnose(loss(**given), select="LL221")
    assert found.generations == frozenset({3}) or tuple(found.generations) == (3,)
    assert lint(loss(**given, package="tf_keras"), select="LL221") == []
