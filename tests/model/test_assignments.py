"""`layerlint.model.assignments`: what a name is assigned, in as much code as the caller walks."""

from __future__ import annotations

import libcst as cst

from layerlint.model.assignments import assigned, only_value, values_of
from layerlint.syntax.parse import parse
from layerlint.syntax.walk import walk_kinds, walk_same_function

CODE = """\
def outer():
    a = 1
    b = a = 2
    a.b = 3
    a[0] = 4
    a, c = 5, 6
    a += 7

    def inner():
        a = 8
"""


def _values(name: str, *, nested: bool) -> list[str]:
    tree = parse(CODE)
    function = tree.body[0]
    walk = walk_kinds if nested else walk_same_function
    return [tree.code_for_node(value) for value in values_of(name, walk(function, cst.Assign))]


def test_a_name_is_assigned_what_stands_behind_it_alone_or_among_other_names() -> None:
    assert _values("a", nested=False) == ["1", "2"]


def test_parts_of_a_name_and_unpacking_are_no_values_of_it() -> None:
    assert _values("c", nested=False) == []


def test_the_walk_decides_whether_functions_inside_count() -> None:
    assert _values("a", nested=True) == ["1", "2", "8"]


def test_the_only_value_is_none_where_a_name_is_assigned_twice_or_never() -> None:
    tree = parse(CODE)
    own = list(walk_same_function(tree.body[0], cst.Assign))
    assert only_value("a", own) is None
    assert only_value("c", own) is None
    assert cst.ensure_type(only_value("b", own), cst.Integer).value == "2"


def test_a_table_by_name_says_the_same_as_the_walk_that_it_is_made_of(module) -> None:
    read = module(CODE)
    function = read.function_defs["outer"]
    for walk in (walk_kinds, walk_same_function):
        table = assigned(function, read, walk)
        for name in ("a", "b", "c"):
            assert values_of(name, table) == values_of(name, walk(function, cst.Assign))
