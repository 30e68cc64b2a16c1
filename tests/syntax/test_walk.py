"""Walks give the same nodes, in source order, whether or not the tree was ordered before."""

import gc

import libcst as cst
import pytest

from layerlint.syntax import order, walk
from layerlint.syntax.parse import parse

SOURCE = """
@decorate(lambda: inner)
def outer(a, b=[x for x in y]):
    class Inner:
        def method(self):
            return lambda: 1 if a else 2
    for i in range(3):
        print(i, sep="")
    return Inner
"""


class Owner:
    """Something that a tree belongs to."""


@pytest.mark.parametrize("one", [walk.walk, walk.walk_same_class, walk.walk_same_function])
def test_an_ordered_tree_is_walked_as_any_other(one):
    tree, owner = parse(SOURCE), Owner()
    every = list(walk.walk(tree))
    before = [list(one(node)) for node in every]
    order.keep_order(tree, owner)
    assert [list(one(node)) for node in every] == before


def test_children_are_the_same_in_an_ordered_tree():
    tree, owner = parse(SOURCE), Owner()
    every = list(walk.walk(tree))
    before = [walk.children(node) for node in every]
    order.keep_order(tree, owner)
    assert [walk.children(node) for node in every] == before


def test_a_walk_within_a_function_stops_at_what_has_a_scope_of_its_own():
    function = parse(SOURCE).body[0]
    inside = list(walk.walk_same_function(function.body))
    assert [type(node) for node in inside if isinstance(node, cst.ClassDef)] == [cst.ClassDef]
    assert not any(isinstance(node, cst.FunctionDef) for node in inside)


def test_nodes_of_some_types_come_in_source_order():
    tree = parse("a.b\nf(c.d)\n")
    names = [node.attr.value for node in walk.walk_kinds(tree, cst.Attribute)]
    assert names == ["b", "d"]


def test_nodes_below_closed_ones_are_left_out():
    tree = parse("x = 1\ndef f():\n    y = 2\nz = 3\n")
    kinds = frozenset({cst.Assign})
    found = walk.walk_kinds_outside(tree, frozenset({cst.FunctionDef}), kinds)
    assert [node.targets[0].target.value for node in found] == ["x", "z"]


def test_the_order_goes_with_its_owner():
    tree, owner = parse(SOURCE), Owner()
    gc.collect()
    known = len(order.places)
    order.keep_order(tree, owner)
    assert len(order.places) > known
    del owner
    gc.collect()
    assert len(order.places) == known


def test_what_is_around_a_node_is_asked_by_kinds():
    tree, owner = parse("def f():\n    for x in y:\n        if x: z = x; return\n"), Owner()
    order.keep_order(tree, owner)
    (function,), (loop,) = tree.body, tree.body[0].body.body
    (test,) = walk.walk_kinds(tree, cst.If)
    (name,) = (node for node in walk.walk_kinds(tree, cst.Name) if node.value == "z")
    assert list(walk.around(name, cst.If, cst.FunctionDef)) == [test, function]
    assert walk.innermost(name, cst.For, cst.FunctionDef) is loop
    assert walk.innermost(name, cst.FunctionDef, inside=loop) is None
    assert walk.is_below(name, loop)
    assert not walk.is_below(loop, name)
    assert walk.mentions(loop, "z", "none")
    assert not walk.mentions(loop.target, "z")
    assert isinstance(walk.last_statement(test.body), cst.Return)
