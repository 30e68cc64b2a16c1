"""`layerlint.queries.whole_means`: what a call takes the mean of, and what is squared."""

from __future__ import annotations

import pytest

from layerlint.queries.whole_means import averaged, mean_of, squared
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

HEAD = """\
import keras
import numpy as np
import tensorflow as tf
from keras import backend as K
from tensorflow import reduce_mean as average

"""


def asked(module, question, code: str) -> str | None:
    checked = module(f"{HEAD}y = {code}\n")
    (assign,) = walk_kinds(checked.tree, cst.Assign)
    found = question(assign.value, checked)
    return None if found is None else checked.source(found)


@pytest.mark.parametrize(
    "code",
    [
        "tf.reduce_mean(x)",
        "tf.math.reduce_mean(x)",
        "average(x)",
        "keras.ops.mean(x)",
        "K.mean(x)",
        "tf.reduce_mean(input_tensor=x)",
        "tf.reduce_mean(x, axis=None)",
        "tf.reduce_mean(x, name='loss')",
    ],
)
def test_a_mean_over_all_axes(module, code: str) -> None:
    assert asked(module, averaged, code) == "x"
    assert asked(module, mean_of, code) == "x"


@pytest.mark.parametrize(
    "code",
    ["tf.reduce_mean(x, axis=-1)", "tf.reduce_mean(x, -1)", "K.mean(x, axis=[1, 2])"],
)
def test_a_mean_over_some(module, code: str) -> None:
    assert asked(module, averaged, code) is None
    assert asked(module, mean_of, code) == "x"


@pytest.mark.parametrize(
    "code", ["tf.reduce_sum(x)", "mean(x)", "x.mean()", "model.reduce_mean(x)", "tf.reduce_mean()"]
)
def test_other_calls_take_none(module, code: str) -> None:
    assert asked(module, averaged, code) is None
    assert asked(module, mean_of, code) is None


@pytest.mark.parametrize(
    "code", ["x ** 2", "x ** 2.0", "tf.square(x)", "tf.math.square(x)", "K.square(x)", "(x) ** 2"]
)
def test_what_is_squared(module, code: str) -> None:
    assert asked(module, squared, code) == "x"


@pytest.mark.parametrize("code", ["x ** 3", "2 ** x", "x * 2", "square(x)", "tf.sqrt(x)", "x"])
def test_other_expressions_square_nothing(module, code: str) -> None:
    assert asked(module, squared, code) is None
