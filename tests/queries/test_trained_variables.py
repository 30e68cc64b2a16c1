"""`layerlint.queries.trained_variables`: whose variables are trained."""

from __future__ import annotations

import pytest

from layerlint.queries.trained_variables import given_at, models_of
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds


def models(module, code: str) -> list[str]:
    checked = module(f"{code}\n")
    calls = walk_kinds(checked.tree, cst.Call)
    call = next(c for c in calls if isinstance(c.func, cst.Name) and c.func.value == "use")
    return [checked.source(model) for model in models_of(call.args[0].value, checked)]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("use(a.trainable_variables)", ["a"]),
        ("use(a.trainable_weights)", ["a"]),
        ("use(self.net.trainable_variables)", ["self.net"]),
        ("use(a.trainable_variables + b.trainable_variables)", ["a", "b"]),
        ("v = a.trainable_variables\nuse(v)", ["a"]),
        ("def f():\n    v = a.trainable_variables\n    use(v)", ["a"]),
        ("v = a.trainable_variables + b.trainable_weights\nw = v\nuse(w)", ["a", "b"]),
        ("v = a.trainable_variables\nuse(v)\nv = b.trainable_variables", ["a"]),
        ("use(lambda: a.trainable_variables)", ["a"]),
    ],
)
def test_variables_are_of_the_models_that_they_are_asked_of(module, code: str, found) -> None:
    assert models(module, code) == found


@pytest.mark.parametrize(
    "code",
    [
        "use(a.variables)",
        "use(v)",
        "use(a.trainable_variables + extra)",
        "use([v])",
        "use(a.trainable_variables[1:])",
        "if c:\n    v = a.trainable_variables\nelse:\n    v = b.trainable_variables\nuse(v)",
        "def f(v):\n    use(v)",
        "use(trainable_variables)",
    ],
)
def test_nothing_is_known_where_a_part_is_something_else(module, code: str) -> None:
    assert models(module, code) == []


def test_names_of_a_function_or_of_the_top_level_are_given_something(module) -> None:
    checked = module("x = 1\n\ndef f():\n    y = 2\n    y = 3\n")
    assert given_at(None, checked).keys() == {"x"}
    values = given_at(checked.function_defs["f"], checked)
    assert {n: [checked.source(v) for v in vs] for n, vs in values.items()} == {"y": ["2", "3"]}
