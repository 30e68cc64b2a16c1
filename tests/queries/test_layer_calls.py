"""`layerlint.queries.layer_calls`: what the calls in a module give a parameter."""

from __future__ import annotations

import pytest

from layerlint.queries.layer_calls import given_to
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

CODE = """\
import keras

class Part(keras.layers.Layer):
    def __init__(self, size=1):
        super().__init__()

    def call(self, x, mask=None):
        return x

def run(x, mask=None):
    return x

"""


def given(module, function: str, name: str, lines: str) -> list[str]:
    checked = module(CODE + lines + "\n")
    defs = list(walk_kinds(checked.tree, cst.FunctionDef))
    node = next(each for each in defs if each.name.value == function)
    return [checked.source(value) for value in given_to(name, node, checked)]


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        ("run(1)", ["1"]),
        ("run(1)\nrun(x=2)", ["1", "2"]),
        ("run(1)\nother.run(2)", ["1"]),
        ("# run(1)", []),
        ("def f():\n    return run(1)", ["1"]),
    ],
)
def test_a_function_is_given_what_its_calls_pass(module, lines: str, values) -> None:
    assert given(module, "run", "x", lines) == values


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        ("Part()(1)", ["1"]),
        ("part = Part()\ny = part(1)", ["1"]),
        ("part = Part()\ny = part(x=1)", ["1"]),
        ("part = Other()\ny = part(1)", []),
        (
            "class Net(keras.Model):\n    def __init__(self):\n        super().__init__()\n"
            "        self.part = Part()\n\n    def call(self, y):\n        return self.part(y)",
            ["y"],
        ),
    ],
)
def test_a_call_is_given_what_its_layers_are_called_with(module, lines: str, values) -> None:
    assert given(module, "call", "x", lines) == values


def test_an_argument_that_is_not_passed_is_not_given(module) -> None:
    assert given(module, "run", "mask", "run(1)") == []
    assert given(module, "run", "mask", "run(1, m)\nrun(1)") == ["m"]
