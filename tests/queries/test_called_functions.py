"""`layerlint.queries.called_functions`: which function of a module a call runs."""

from __future__ import annotations

import pytest

from layerlint.queries.called_functions import (
    arguments,
    called,
    callers,
    calls_of,
    calls_on,
    function_named,
    made_by,
    methods_in,
    named_parameters,
    run_on_replicas,
)
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

CODE = """\
import tensorflow as tf
from other import imported

def top(a, b=1):
    return a

def maker(rate):
    def inner(a):
        return rate * a
    return inner

class Trainer:
    def step(self, x):
        return x

    def run(self):
        HERE

    def top(self, y):
        return y

OUTSIDE
"""


def code(module, here: str = "pass", outside: str = ""):
    return module(CODE.replace("HERE", here).replace("OUTSIDE", outside))


def last_call(module) -> cst.Call:
    """The outermost call that stands last."""
    calls = list(walk_kinds(module.tree, cst.Call))
    inner = {id(n) for c in calls for n in walk_kinds(c, cst.Call) if n is not c}
    return [c for c in calls if id(c) not in inner][-1]


def runs(module) -> str | None:
    """The name of the function that the last call runs, and its first line."""
    found = called(last_call(module), module)
    if found is None:
        return None
    return f"{found.name.value}({', '.join(p.name.value for p in found.params.params)})"


@pytest.mark.parametrize(
    ("outside", "found"),
    [
        ("top(1)", "top(a, b)"),
        ("def main():\n    top(1)", "top(a, b)"),
        ("fast = tf.function(top)\nfast(1)", "top(a, b)"),
        ("Trainer().step(1)", "step(self, x)"),
        ("Trainer().top(1)", "top(self, y)"),
        ("def main():\n    def top(z):\n        return z\n    top(1)", "top(z)"),
        (
            "def main():\n    def top(z):\n        return z\n    def deep():\n        top(1)",
            "top(z)",
        ),
    ],
)
def test_a_function_is_found_where_python_finds_it(module, outside: str, found: str) -> None:
    assert runs(code(module, outside=outside)) == found


@pytest.mark.parametrize(
    "outside",
    [
        "imported(1)",
        "print(1)",
        "def main(top):\n    top(1)",
        "def main():\n    top = imported\n    top(1)",
        "def main():\n    for top in tops:\n        top(1)",
        "x = [top(1) for top in tops]",
        "x = lambda top: top(1)",
        "x.top(1)",
        "self.step(1)",
        "Other().step(1)",
        "Trainer().missing(1)",
        "tops[0](1)",
    ],
)
def test_what_only_has_the_name_is_not(module, outside: str) -> None:
    assert runs(code(module, outside=outside)) is None


@pytest.mark.parametrize(
    ("here", "found"),
    [
        ("self.step(1)", "step(self, x)"),
        ("self.top(1)", "top(self, y)"),
        ("top(1)", "top(a, b)"),
        ("step(1)", None),
        ("self.missing(1)", None),
        ("self.trainer.step(1)", None),
        ("other.step(1)", None),
    ],
)
def test_a_method_is_found_on_self(module, here: str, found: str | None) -> None:
    assert runs(code(module, here=here)) == found


@pytest.mark.parametrize(
    ("call", "found"),
    [
        ("strategy.run(top, args=(1,))", "top"),
        ("self.strategy.run(self.step, args=(1,))", "step"),
        ("mirrored_strategy.experimental_run_v2(fn=top, args=(1,))", "top"),
        ("session.run(top, args=(1,))", None),
        ("strategy.run(imported, args=(1,))", None),
        ("strategy.reduce(top, 1)", None),
    ],
)
def test_a_strategy_runs_what_it_is_given(module, call: str, found: str | None) -> None:
    checked = code(module, here=call)
    function = run_on_replicas(last_call(checked), checked)
    assert (function and function.name.value) == found
    if found:
        assert called(last_call(checked), checked) is function


@pytest.mark.parametrize(
    ("call", "given"),
    [
        ("top(1, 2)", {"a": "1", "b": "2"}),
        ("top(b=2, a=1)", {"a": "1", "b": "2"}),
        ("top(1)", {"a": "1"}),
        ("top(*values)", {"*": "values"}),
        ("self.step(3)", {"x": "3"}),
        ("strategy.run(top, args=(1, 2))", {"a": "1", "b": "2"}),
        ("strategy.run(self.step, (3,))", {"x": "3"}),
        ("strategy.run(top, args=values)", {}),
    ],
)
def test_each_parameter_gets_what_the_call_gives_it(module, call: str, given) -> None:
    checked = code(module, here=call)
    call_node = last_call(checked)
    function = called(call_node, checked)
    assert function is not None
    found = arguments(call_node, function, checked)
    assert {name: checked.source(value) for name, value in found.items()} == given


def test_parameters_of_one_argument_each(module) -> None:
    function = module("def f(a, /, b, *c, d, e=1, **g): pass\n").function_defs["f"]
    assert named_parameters(function) == {"a", "b", "d", "e"}


def test_calls_of_a_name_stand_alone_or_behind_a_dot(module) -> None:
    checked = module("top(1)\nx.top(2)\ntop\nstop(3)\ntop.x(4)\n# top(5)\n'top(6)'\n")
    assert [checked.source(c) for c in calls_of("top", checked)] == ["top(1)", "x.top(2)"]


def test_calls_on_something_are_of_a_method(module) -> None:
    checked = module("fit(1)\nmodel.fit(2)\nmake().fit(3)\nself.net.fit(4)\nmodel.fit\n")
    found = [(checked.source(c), checked.source(on)) for c, on in calls_on("fit", checked)]
    assert found == [
        ("model.fit(2)", "model"),
        ("make().fit(3)", "make()"),
        ("self.net.fit(4)", "self.net"),
    ]


def test_callers_of_a_constructor_make_its_class(module) -> None:
    source = "class Net:\n    def __init__(self, a): pass\n\n    def go(self): pass\n\n"
    checked = module(source + "net = Net(1)\nnet.go()\nOther(2)\ngo()\n")
    methods = methods_in(checked.class_statements["Net"])
    assert [checked.source(c) for c in callers(methods["__init__"], checked)] == ["Net(1)"]
    assert [checked.source(c) for c in callers(methods["go"], checked)] == ["net.go()"]


def test_the_last_method_of_a_name_counts(module) -> None:
    source = "class A:\n    def f(self): return 1\n    def f(self): return 2\n    g = 3\n"
    source += "    class B:\n        def h(self): pass\n    if x:\n        def k(self): pass\n"
    methods = methods_in(module(source).class_statements["A"])
    assert "h" not in methods
    assert "g" not in methods
    assert isinstance(methods["f"].body.body[0], cst.SimpleStatementSuite | cst.Return)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("def inner(a): pass\n    return inner", "inner"),
        ("if x: pass\n    def inner(a): pass\n    return inner", "inner"),
        ("def inner(a): pass\n    return inner(1)", None),
        ("def inner(a): pass\n    return other", None),
        ("def inner(a): pass\n    if x:\n        return None\n    return inner", None),
        ("def inner(a): pass\n    def outer(a): return inner\n    return outer", "outer"),
        ("def inner(a): pass\n    inner = tf.function(inner)\n    return inner", "inner"),
        ("def inner(a): pass\n    inner = other\n    return inner", None),
        ("return lambda a: a", None),
        ("pass", None),
    ],
)
def test_a_function_may_make_another(module, body: str, found: str | None) -> None:
    checked = module(f"def maker(x):\n    {body}\n")
    made = made_by(checked.function_defs["maker"])
    assert (made and made.name.value) == found


@pytest.mark.parametrize(
    ("line", "named"), [("if fast:\n    top = imported", False), ("top = tf.function(top)", True)]
)
def test_a_name_that_is_bound_again_names_it_where_it_wraps_it(module, line: str, named) -> None:
    for lines in (f"{line}\ntop(1)", f"def main():\n    def top(z): pass\n{line}\n    top(1)"):
        indented = lines.replace(f"{line}\n    ", "    " + line.replace("\n", "\n    ") + "\n    ")
        checked = code(module, outside=indented)
        assert (function_named(last_call(checked).func, checked) is not None) is named
