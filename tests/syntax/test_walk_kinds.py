"""Walks for some kinds of nodes give what is found by going past all others."""

from __future__ import annotations

import libcst as cst
import pytest

from layerlint.syntax.order import keep_order
from layerlint.syntax.walk import walk, walk_kinds, walk_same_class, walk_same_function

SOURCE = """
@wraps(f)
def outer(x, y=lambda z: z + 1):
    class Inner(Base):
        def method(self):
            return self.x
    def inner(a=x):
        return [lambda: b for b in a]
    return inner(Inner), (lambda: x)()
outer(1)
"""
KINDS = [(cst.Name,), (cst.FunctionDef,), (cst.Lambda, cst.ClassDef), (cst.Call, cst.Return)]


class Owner:
    """Keeps the order of a tree for as long as it lives."""


@pytest.mark.parametrize("kinds", KINDS)
@pytest.mark.parametrize("is_ordered", [True, False])
@pytest.mark.parametrize("of_kinds", [walk_same_class, walk_same_function])
def test_kinds_are_those_of_the_whole_walk(kinds, is_ordered, of_kinds):
    tree = cst.parse_module(SOURCE)
    owner = Owner()
    if is_ordered:
        keep_order(tree, owner)
    for start in list(walk(tree)):
        wanted = [node for node in of_kinds(start) if type(node) in kinds]
        found = list(of_kinds(start, *kinds))
        assert len(found) == len(wanted)
        assert all(one is other for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize("kinds", KINDS)
def test_kinds_of_a_whole_walk_include_its_beginning(kinds):
    tree = cst.parse_module(SOURCE)
    for start in list(walk(tree)):
        wanted = [node for node in walk(start) if type(node) in kinds]
        assert [*map(id, walk_kinds(start, *kinds))] == [*map(id, wanted)]
