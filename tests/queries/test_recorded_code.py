"""`layerlint.queries.recorded_code`: what runs while a gradient is recorded."""

from __future__ import annotations

import pytest

from layerlint.queries.recorded_code import content_of, runs, tells_mode
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

STEP = """\
import tensorflow as tf

def step(x):
    with tf.GradientTape() as tape:
        LINE
    return tape
"""


def found(module, line: str, more: str = "") -> list[tuple[str, bool, bool]]:
    """The runs of `model` in what is recorded: the call, whether it stands there, and tells."""
    checked = module(STEP.replace("LINE", line) + "\nask(model)\n\n" + more)
    (block,) = walk_kinds(checked.tree, cst.With)
    (asked,) = [c for c in walk_kinds(checked.tree, cst.Call) if checked.source(c) == "ask(model)"]
    return [
        (checked.source(each.call), each.direct, each.tells_mode)
        for each in runs(asked.args[0].value, [block.body], checked)
    ]


HELPER = "def helper(net, y):\n    return net(y, training=True)\n"


@pytest.mark.parametrize(
    ("line", "more", "calls"),
    [
        ("y = model(x)", "", [("model(x)", True, False)]),
        ("y = model(x, training=True)", "", [("model(x, training=True)", True, True)]),
        ("y = model(model(x))", "", [("model(model(x))", True, False), ("model(x)", True, False)]),
        ("y = helper(model, x)", HELPER, [("net(y, training=True)", False, True)]),
        ("y = helper(x)", "def helper(y):\n    return model(y)\n", [("model(y)", False, False)]),
        ("y = other(x)", "", []),
        ("y = model.predict(x)", "", []),
        ("y = x.model(x)", "", []),
        ("y = helper(x)", "def helper(model):\n    return model(3)\n", []),
        ("y = x", "z = model(x)\n", []),
    ],
)
def test_the_calls_of_a_model_in_recorded_code(module, line: str, more: str, calls) -> None:
    assert sorted(found(module, line, more)) == sorted(calls)


@pytest.mark.parametrize(
    ("call", "tells"),
    [
        ("model(x, training=True)", True),
        ("model(x, training=flag)", True),
        ("model(x, is_training=True)", True),
        ("model(x, True)", True),
        ("model(x, **options)", True),
        ("model(*args)", True),
        ("model(x)", False),
        ("model(x, mask=m)", False),
        ("model(x, trainable=True)", False),
    ],
)
def test_a_call_may_tell_the_mode(module, call: str, tells: bool) -> None:
    checked = module(f"y = {call}\n")
    assert tells_mode(next(walk_kinds(checked.tree, cst.Call))) is tells


def test_the_content_of_code_by_what_it_calls(module) -> None:
    source = "def helper(a):\n    return a\n\n" + STEP.replace("LINE", "y = helper(model(x)); g(y)")
    checked = module(source)
    (block,) = walk_kinds(checked.tree, cst.With)
    content = content_of(block.body, checked)
    assert [checked.source(c) for c in content.calls["model"]] == ["model(x)"]
    assert [f.name.value for _, f in content.functions] == ["helper"]
    assert [checked.source(c) for c in content.handed["y"]] == ["g(y)"]
