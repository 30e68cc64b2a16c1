"""`layerlint.model.assignments`: what a name is assigned, in as much code as the caller walks."""

from __future__ import annotations

from layerlint.model.assignments import assigned, assignments_to, only_value, values_of
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


def _values(module, name, walk=walk_same_function):
    read = module(CODE)
    table = assigned(read.function_defs["outer"], read, walk)
    return [read.source(value) for value in values_of(name, table)]


def test_a_name_is_assigned_what_stands_behind_it_alone_or_among_other_names(module) -> None:
    assert _values(module, "a") == ["1", "2"]


def test_parts_of_a_name_and_unpacking_are_no_values_of_it(module) -> None:
    assert _values(module, "c") == []


def test_the_walk_decides_whether_functions_inside_count(module) -> None:
    assert _values(module, "a", walk_kinds) == ["1", "2", "8"]


def test_the_only_value_is_none_where_a_name_is_assigned_twice_or_never(module) -> None:
    read = module(CODE)
    own = assigned(read.function_defs["outer"], read)
    assert only_value("a", own) is None
    assert only_value("c", own) is None
    only = only_value("b", own)
    assert only is not None
    assert read.source(only) == "2"


def test_parts_are_assigned_to_as_they_are_written(module) -> None:
    read = module(CODE)
    assert [read.source(each.value) for each in assignments_to("a.b", read)] == ["3"]
    assert [read.source(each.value) for each in assignments_to("a[0]", read)] == ["4"]
    assert list(assignments_to("a.c", read)) == []
