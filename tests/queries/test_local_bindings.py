"""`layerlint.queries.local_bindings`: what the names of a function are given."""

from __future__ import annotations

import pytest

from layerlint.queries.local_bindings import (
    attributes_in,
    bindings,
    epoch_loops,
    is_variable,
    loop_over,
    names_in,
    other_mentions,
)
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds


def given(module, body: str) -> dict[str, list[str]]:
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    checked = module(f"def f(a, b):\n{lines}")
    found = bindings(checked.function_defs["f"])
    return {name: [checked.source(value) for value in values] for name, values in found.items()}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("x = 1", {"x": ["1"]}),
        ("x = 1\nx = 2", {"x": ["1", "2"]}),
        ("x: int = 1", {"x": ["1"]}),
        ("x: int", {}),
        ("x = y = 1", {"x": ["1"], "y": ["1"]}),
        ("x, y = pair", {"x": ["pair"], "y": ["pair"]}),
        ("(x, [y, *z]) = all", {"x": ["all"], "y": ["all"], "z": ["all"]}),
        ("for x in items:\n    pass", {"x": ["items"]}),
        ("y = [x for x in items]", {"y": ["[x for x in items]"], "x": ["items"]}),
        ("if (x := 1): pass", {"x": ["1"]}),
        ("self.x = 1", {}),
        ("def g():\n    x = 1", {"x": ["1"]}),
        ("x.append(1)", {"x": ["1"]}),
        ("x += 1", {"x": ["1"]}),
        ("with open(p) as x: pass", {"x": ["open(p)"]}),
        ("x == 1\n'x = 2'\n# x = 3", {}),
        ("f(x=1)", {}),
    ],
)
def test_a_local_name_is_given_each_of_these(module, body: str, found) -> None:
    assert given(module, body) == found


def test_those_of_a_module_are_its_top_level_alone(module) -> None:
    checked = module("x = 1\n\ndef f():\n    y = 2\n\nif x:\n    z = 3\n")
    assert bindings(checked.tree).keys() == {"x", "z"}


def test_names_below_a_node_by_what_they_are(module) -> None:
    checked = module("a = b + a\nc.a = 1\n")
    found = names_in(checked.tree)
    assert {name: len(nodes) for name, nodes in found.items()} == {"a": 3, "b": 1, "c": 1}
    starts = [checked.span(node).start for node in found["a"]]
    assert starts == sorted(starts)


def test_attributes_below_a_node_by_their_own_name(module) -> None:
    checked = module("a.x.y = b().x\n")
    found = attributes_in(checked.tree)
    texts = {name: [checked.source(node) for node in nodes] for name, nodes in found.items()}
    assert texts == {"y": ["a.x.y"], "x": ["a.x", "b().x"]}


@pytest.mark.parametrize(
    ("code", "variables"),
    [
        ("a = 1", [True]),
        ("b(a)", [True]),
        ("b.a", [False]),
        ("b(a=1)", [False]),
        ("import a", [True]),
        ("import numpy as a", [True]),
        ("import a.b", [False]),
        ("from a.b import c", [False]),
        ("from a import b", [False]),
        ("a.b", [True]),
        ("b(a=a)", [False, True]),
    ],
)
def test_a_name_may_stand_for_a_variable(module, code: str, variables: list[bool]) -> None:
    checked = module(code + "\n")
    assert [is_variable(name, checked) for name in names_in(checked.tree)["a"]] == variables


@pytest.mark.parametrize(
    ("code", "looped"),
    [
        ("for x in xs:\n    f(x)", True),
        ("y = [f(x) for x in xs]", True),
        ("for i, (x, z) in xs:\n    f(x)", True),
        ("for y in xs:\n    for z in y:\n        f(x)", False),
        ("for y in x:\n    f(x)", False),
        ("x = 1\nfor y in xs:\n    f(x)", False),
    ],
)
def test_a_loop_gives_a_name_its_values(module, code: str, looped: bool) -> None:
    checked = module(code + "\n")
    name = [call.args[0].value for call in walk_kinds(checked.tree, cst.Call)][-1]
    assert (loop_over(name) is not None) is looped


def test_the_innermost_loop_counts(module) -> None:
    checked = module("for x in a:\n    for x in b:\n        f(x)\n")
    (call,) = walk_kinds(checked.tree, cst.Call)
    assert checked.source(loop_over(call.args[0].value).iter) == "b"


@pytest.mark.parametrize(
    ("loop", "epochs"),
    [
        ("for epoch in range(3):", True),
        ("for e in range(EPOCHS):", True),
        ("for i in range(num_epochs):", True),
        ("for i in range(start, args.epochs):", True),
        ("for i in trange(config.n_epoch):", True),
        ("for epoch, rate in enumerate(rates):", True),
        ("for i in range(3):", False),
        ("for batch in epochs_data:", False),
        ("for i in range(steps_per_epoch):", False),
        ("for step in range(len(data)):", False),
    ],
)
def test_a_loop_over_epochs_counts_them(module, loop: str, epochs: bool) -> None:
    assert bool(list(epoch_loops(module(f"{loop}\n    pass\n")))) is epochs


@pytest.mark.parametrize(
    ("code", "others"),
    [
        ("def f():\n    x = 1\n    g(x)\n    x.y = x", 3),
        ("def f():\n    x = 1\n\ndef g(x):\n    return x", 0),
        ("def f():\n    x = 1\n    h(x=2)\n    y.x = 3", 0),
        ("x = 1\ng(x)\n\ndef f():\n    return x", 2),
        ("x = 1\n'x'\n# x", 0),
        ("def f():\n    x = 1\n    return [x for x in y]", 0),
        ("def f():\n    x = 1\n    def g():\n        return x", 1),
        ("def f():\n    x = 1\n    def g(x):\n        return x", 0),
    ],
)
def test_other_mentions_of_a_variable(module, code: str, others: int) -> None:
    checked = module(code + "\n")
    (name, *_) = [
        target.target
        for target in walk_kinds(checked.tree, cst.AssignTarget)
        if isinstance(target.target, cst.Name)
    ]
    assert len(list(other_mentions(name, checked))) == others
