"""`layerlint.queries.held_values`: all that a name, an attribute or an item may hold."""

from __future__ import annotations

import pytest

from layerlint.queries.held_values import (
    calls_behind,
    held_values,
    is_asked_about,
    maker_of,
    only_call,
    only_made,
)
from layerlint.queries.written_values import written_value
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

HEAD = "import keras\nfrom keras.layers import Dense\n\n"


def use_of(module) -> cst.Call:
    """The call of `use`."""
    calls = walk_kinds(module.tree, cst.Call)
    return next(c for c in calls if isinstance(c.func, cst.Name) and c.func.value == "use")


def held(module, code: str) -> list[str]:
    checked = module(f"{HEAD}{code}\n")
    values = held_values(use_of(checked).args[0].value, checked)
    return sorted(checked.source(value) for value in values)


@pytest.mark.parametrize(
    ("code", "values"),
    [
        ("x = 1\nuse(x)", ["1"]),
        ("def f():\n    if a:\n        x = 1\n    else:\n        x = 2\n    use(x)", ["1", "2"]),
        ("x = 1\n\ndef f():\n    use(x)", ["1"]),
        ("def f(x):\n    use(x)\n\nf(1)\nf(x=2)", ["1", "2"]),
        ("def f(x=3):\n    use(x)\n\nf(2)\nf(1)", ["1", "2"]),
        ("def f(x=3):\n    use(x)\n\nf(2)\nf()", ["2", "3"]),
        ('def f(k="a"):\n    use({"a": 1, "b": 2}[k])\n\nf()', ["1"]),
        ("def f(x):\n    use(x)\n\nf = tf.function(f)\nf(1)", ["1"]),
        ("def f(x):\n    use(x)\n\nf(1)\ng(f=3)\na.f = 4", ["1"]),
        ("def f(x):\n    use(x)\n\nf(1)\ny = strategy.run(f, args=(2,))", ["1", "2"]),
        ("for x in [1, 2]:\n    use(x)", ["1", "2"]),
        (
            "class A:\n    def __init__(self):\n        self.x = 1\n\n"
            "    def go(self):\n        use(self.x)",
            ["1"],
        ),
        (
            "class A:\n    def __init__(self, x):\n        self.x = x\n\n"
            "    def go(self):\n        use(self.x)\n\nA(1)",
            ["x"],
        ),
        ("class A:\n    def go(self, x):\n        use(x)\n\nA().go(1)", ["1"]),
        ("def f():\n    x, y = 1, 2\n    use(y)", ["2"]),
        ("z = [use(x) for x in (1, 2)]", ["1", "2"]),
    ],
)
def test_a_name_may_hold_all_that_it_is_given(module, code: str, values: list[str]) -> None:
    assert held(module, code) == values


@pytest.mark.parametrize(
    "code",
    [
        "use(x)",
        "from a import x\nuse(x)",
        "def f(x):\n    use(x)",
        "def f(x):\n    use(x)\n\nf(*a)",
        "x = 1\nx += 1\nuse(x)",
        "for x in data:\n    use(x)",
        "with a as x:\n    use(x)",
        "x = 1\nfor i, x in data:\n    use(x)",
        "x = 1\n\ndef f():\n    global x\n    x = g()\nuse(other.x)",
        "def f(x=3):\n    use(x)",
        "def f(x=3):\n    use(x)\n\nf(**options)",
        "def f(x):\n    use(x)\n\nf(1)\ncallback = f",
        "def f(x):\n    use(x)\n\nf(1)\ndata = data.map(f)",
        "class A:\n    def f(self, x):\n        use(x)\n\n    def g(self):\n"
        "        self.f(1)\n        return [self.f]",
        "if a:\n    x = 1\nelse:\n    x = 2\nuse(x)",
        "x = 1\nz = [use(x) for x in data]",
    ],
)
def test_nothing_is_said_where_something_is_not_seen(module, code: str) -> None:
    assert held(module, code) == []


@pytest.mark.parametrize(
    ("code", "call"),
    [
        ("x = Dense(3)\nuse(x)", "Dense(3)"),
        ("y = Dense(3)\nx = y\nuse(x)", "Dense(3)"),
        ("use(Dense(3))", "Dense(3)"),
        (
            "class A:\n    def __init__(self):\n        self.x = Dense(3)\n\n"
            "    def go(self):\n        use(self.x)",
            "Dense(3)",
        ),
        ("if a:\n    x = Dense(3)\nelse:\n    x = Dense(4)\nuse(x)", None),
        ("x = 3\nuse(x)", None),
        ("use(x)", None),
    ],
)
def test_the_one_call_that_makes_it(module, code: str, call: str | None) -> None:
    checked = module(f"{HEAD}{code}\n")
    found = only_call(use_of(checked).args[0].value, checked)
    assert (found and checked.source(found)) == call


@pytest.mark.parametrize(
    ("code", "call"),
    [
        ("def f():\n    return g(1)\n\nuse(f())", "g(1)"),
        ("def f():\n    x = g(1)\n    return x\n\nx = f()\nuse(x)", "g(1)"),
        ("def f():\n    return 1\n\nuse(f())", None),
        ("@a\ndef f():\n    return g(1)\n\nuse(f())", "f()"),
        ("def f():\n    if a:\n        return g(1)\n    return g(2)\n\nuse(f())", "f()"),
    ],
)
def test_the_one_call_that_makes_it_in_a_function(module, code: str, call: str | None) -> None:
    checked = module(f"{HEAD}{code}\n")
    found = only_made(use_of(checked).args[0].value, checked)
    assert (found and checked.source(found)) == call


@pytest.mark.parametrize(
    ("code", "calls"),
    [
        (
            "def f():\n    x = Dense(3)\n    if a:\n        x = Dense(4)\n    use(x)",
            ["Dense(3)", "Dense(4)"],
        ),
        ("def f():\n    if a:\n        x = Dense(3)\n    else:\n        x = b\n    use(x)", []),
        ("x = 3\nuse(x)", []),
    ],
)
def test_all_calls_that_may_make_it(module, code: str, calls: list[str]) -> None:
    checked = module(f"{HEAD}{code}\n")
    found = calls_behind(use_of(checked).args[0].value, checked)
    assert sorted(checked.source(call) for call in found) == calls


@pytest.mark.parametrize(
    ("code", "maker"),
    [
        ("use(Dense(3)(y))", "Dense(3)"),
        ("d = Dense(3)\nuse(d(y))", "Dense(3)"),
        ("use(d(y))", None),
        ("use(Dense(3))", None),
    ],
)
def test_the_call_that_makes_what_a_call_runs(module, code: str, maker: str | None) -> None:
    checked = module(f"{HEAD}{code}\n")
    found = maker_of(use_of(checked).args[0].value, checked)
    assert (found and checked.source(found)) == maker


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("use(3)", 3),
        ("x = 'a'\nuse(x)", "a"),
        ("X = (1, 2)\n\ndef f():\n    use(X)", (1, 2)),
        ("use(-1)", -1),
    ],
)
def test_the_python_value_that_is_written(module, code: str, value: object) -> None:
    checked = module(f"{HEAD}{code}\n")
    assert written_value(use_of(checked).args[0].value, checked) == value


def test_no_value_is_written_where_two_are(module) -> None:
    checked = module(f"{HEAD}if a:\n    x = 1\nelse:\n    x = 2\nuse(x)\n")
    assert written_value(use_of(checked).args[0].value, checked) not in (1, 2)


@pytest.mark.parametrize(
    ("code", "asked"),
    [
        ("if x:\n    use(x)", True),
        ("if x is not None:\n    use(x)", True),
        ("if isinstance(x, A):\n    use(x)", True),
        ("y = use(x) if x else 3", True),
        ("if y:\n    use(x)", False),
        ("if x:\n    pass\nuse(x)", False),
        ("use(x)", False),
    ],
)
def test_a_test_may_ask_about_it(module, code: str, asked: bool) -> None:
    checked = module(f"{HEAD}{code}\n")
    call = use_of(checked)
    assert is_asked_about(call.args[0].value, call, checked) is asked
