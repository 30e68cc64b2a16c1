"""`layerlint.queries.seeds`: the seed that a draw of random numbers is given."""

from __future__ import annotations

import pytest

from layerlint.facts.random import random_function
from layerlint.queries.seeds import seed_of
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

HEAD = "import keras\nimport tensorflow as tf\nfrom tensorflow.random import normal as draw\n\n"


def seed(module, code: str) -> str | None:
    checked = module(f"{HEAD}x = {code}\n")
    call = next(walk_kinds(checked.tree, cst.Call))
    function = random_function(checked.resolve(call.func))
    assert function is not None
    found = seed_of(call, function)
    return None if found is None else checked.source(found)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("tf.random.normal((3,), seed=1)", "1"),
        ("tf.random.normal((3,), 0.0, 1.0, 'float32', 1)", "1"),
        ("draw((3,), seed=self.seed)", "self.seed"),
        ("keras.random.normal((3,), seed=self.generator)", "self.generator"),
        ("tf.random.stateless_normal((3,), [1, 2])", "[1, 2]"),
        ("tf.random.stateless_normal(seed=[1, 2], shape=(3,))", "[1, 2]"),
    ],
)
def test_a_seed_is_passed_by_name_or_by_position(module, code: str, found: str) -> None:
    assert seed(module, code) == found


@pytest.mark.parametrize(
    "code",
    [
        "tf.random.normal((3,))",
        "tf.random.normal((3,), seed=None)",
        "tf.random.normal((3,), 0.0, 1.0, 'float32', None)",
        "tf.random.normal((3,), 1, 2)",
        "tf.random.normal((3,), name='seed')",
    ],
)
def test_none_is_passed_otherwise(module, code: str) -> None:
    assert seed(module, code) is None


def test_unpacked_arguments_are_not_counted_by_position(module) -> None:
    assert seed(module, "tf.random.normal(*shape, 0.0, 1.0, 'float32', 1)") is None
