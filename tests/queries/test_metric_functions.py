"""`layerlint.queries.metric_functions`: the functions that `compile` is given."""

from __future__ import annotations

import pytest

from layerlint.queries.metric_functions import (
    compared_functions,
    compared_names,
    compiled_with,
    given_for_outputs,
    is_loss,
    loss_functions,
    metric_functions,
)
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

CODE = """\
import keras

def score(y_true, y_pred):
    return keras.ops.mean(y_true - y_pred)

def error(y_true, y_pred):
    return keras.ops.mean(y_true - y_pred)

LINES
"""
COMPILE = "model.compile('adam', loss='mse', metrics=METRICS)"


def checked(module, lines: str):
    return module(CODE.replace("LINES", lines))


def compiling(module) -> cst.Call:
    calls = walk_kinds(module.tree, cst.Call)
    return next(
        c for c in calls if isinstance(c.func, cst.Attribute) and c.func.attr.value == "compile"
    )


@pytest.mark.parametrize(
    "call",
    [
        "model.compile('adam', error, metrics=[score])",
        "model.compile('adam', error, [score])",
        "model.compile(loss=error, optimizer='adam', metrics=[score])",
        "model.compile(metrics=[score], loss=error, optimizer='adam', run_eagerly=True)",
    ],
)
def test_what_compile_is_given_by_name_or_by_position(module, call: str) -> None:
    found = checked(module, call)
    given = compiled_with(compiling(found))
    texts = {name: found.source(given[name]) for name in ("optimizer", "loss", "metrics")}
    assert texts == {"optimizer": "'adam'", "loss": "error", "metrics": "[score]"}


def metrics(module, lines: str) -> list[str]:
    return [function.name.value for _, function in metric_functions(checked(module, lines))]


@pytest.mark.parametrize(
    "given",
    [
        "[score]",
        "score",
        "['mse', score]",
        "{'out': score}",
        "{'out': [score]}",
        "(score,)",
        "[[score], ['mse']]",
    ],
)
def test_a_function_is_a_metric_where_compile_is_given_it(module, given: str) -> None:
    assert metrics(module, COMPILE.replace("METRICS", given)) == ["score"]


@pytest.mark.parametrize(
    "lines",
    [
        "found = [score]\n" + COMPILE.replace("METRICS", "found"),
        "def build(model):\n    " + COMPILE.replace("METRICS", "[score]"),
        "class Trainer:\n    def run(self):\n        self." + COMPILE.replace("METRICS", "[score]"),
    ],
)
def test_it_is_wherever_that_is_done(module, lines: str) -> None:
    assert metrics(module, lines) == ["score"]


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "model.compile('adam', loss=score)",
        "# " + COMPILE.replace("METRICS", "[score]"),
        COMPILE.replace("METRICS", "['score']"),
        COMPILE.replace("METRICS", "[score()]"),
        "def build(score):\n    " + COMPILE.replace("METRICS", "[score]"),
        "import re\nre.compile(score)",
        COMPILE.replace("METRICS", "[other.score]"),
        "model.fit(x, metrics=[score])",
    ],
)
def test_it_is_none_elsewhere(module, lines: str) -> None:
    assert metrics(module, lines) == []


@pytest.mark.parametrize("signature", ["x", "a, b, c", "*args", "self"])
def test_a_metric_takes_two_arguments(module, signature: str) -> None:
    lines = f"def own({signature}):\n    return 3\n\n" + COMPILE.replace("METRICS", "[own]")
    assert metrics(module, lines) == []


def test_each_metric_that_is_given(module) -> None:
    found = checked(
        module, COMPILE.replace("METRICS", "{'a': [score, keras.metrics.Mean()], 'b': 'mse'}")
    )
    call = compiling(found)
    given = given_for_outputs(compiled_with(call)["metrics"], call, found)
    assert [found.source(each) for each in given] == ["score", "keras.metrics.Mean()", "'mse'"]
    assert list(given_for_outputs(None, call, found)) == []


def test_losses_and_metrics_are_compared_once_each(module) -> None:
    lines = "model.compile('adam', loss=error, metrics=[score, error])\n" * 2
    found = [f.name.value for f in compared_functions(checked(module, lines))]
    assert sorted(found) == ["error", "score"]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("return a - b", {"a", "b"}),
        ("a = keras.ops.cast(a, 'float32')\n    return a - b", {"a", "b"}),
        ("c = keras.ops.cast(b, 'float32')\n    return a - c", {"a", "b"}),
        ("a = a[..., 0]\n    return a - b", {"b"}),
        ("a = 3\n    return a - b", {"b"}),
    ],
)
def test_targets_and_predictions_as_long_as_they_are_that(module, body: str, names) -> None:
    lines = f"def own(a, b):\n    {body}\n\n" + COMPILE.replace("METRICS", "[own]")
    found = checked(module, lines)
    ((_, function),) = metric_functions(found)
    assert compared_names(function, found) == names


def losses(module, lines: str) -> list[str]:
    return [function.name.value for function in loss_functions(checked(module, lines))]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("model.compile('adam', error)", ["error"]),
        ("model.compile('adam', loss=[error, 'mse'])", ["error"]),
        ("model.compile('adam', loss={'out': error})", ["error"]),
        ("model.compile('adam', loss='mse', metrics=[error])", []),
        ("model.compile('adam', loss='error')", []),
        (
            "def weighted(w):\n    def inner(a, b):\n        return w * a\n    return inner\n\n"
            "model.compile('adam', loss=weighted(3))",
            ["inner"],
        ),
        (
            "class Net(keras.Model):\n    def go(self):\n"
            "        self.compile('adam', loss=self.own)\n\n"
            "    def own(self, a, b):\n        return a",
            ["own"],
        ),
        ("def go(loss):\n    model.compile('adam', loss=loss)\n\ngo(other)", []),
    ],
)
def test_a_loss_is_what_compile_is_given_as_one(module, lines: str, names: list[str]) -> None:
    assert losses(module, lines) == names


@pytest.mark.parametrize(
    ("lines", "loss"),
    [
        ("model.compile('adam', loss=score, metrics=[score])", True),
        ("def own(a, b):\n    return 1 - score(a, b)\n\nmodel.compile('adam', loss=own)", True),
        ("model.compile('adam', loss='mse', metrics=[score])", False),
        (
            "def own(a, b):\n    return 1 - score(a, b)\n\n" + COMPILE.replace("METRICS", "[own]"),
            False,
        ),
    ],
)
def test_a_function_may_be_a_loss_itself_or_be_used_by_one(module, lines: str, loss: bool) -> None:
    assert is_loss("score", checked(module, lines)) is loss
