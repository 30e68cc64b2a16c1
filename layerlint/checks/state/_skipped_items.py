"""Layers of a list that the only loop over it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from layerlint.checks.state._layers_with_weights import made_in
from layerlint.checks.state._outside_reads import is_read_from_outside
from layerlint.model.origins import added_to_attributes, place_of
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, self_attribute
from layerlint.syntax.walk import around, is_below, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method


class Skipped(NamedTuple):
    """A list of which a loop, or a slice of it, leaves the first ones out: so many of them."""

    node: cst.CSTNode
    attribute: str
    left_out: int


def skipped_items(layer: LayerClass, method: Method) -> Iterator[Skipped]:
    """The lists of layers of which `call` leaves some out, and that nothing else reads."""
    told: set[cst.CSTNode] = set()
    for node in method.own_nodes(cst.For):
        head = _head(node)
        for owner in walk_kinds(node.iter, cst.Attribute):
            attribute = self_attribute(owner, method.self_name)
            if attribute is None or not _is_gone_through(owner, node.iter):
                continue
            sliced = _sliced_off(owner)
            skips = head is not None and sliced == 0
            place, count = (head or (node, 0)) if skips else (node.iter, sliced)
            if count < 1 or place in told or not _holds_layers(layer, attribute):
                continue
            if _is_only_read(layer, owner):
                told.add(place)
                yield Skipped(place, attribute, count)


def _head(loop: cst.For) -> tuple[cst.CSTNode, int] | None:
    """The test in front of all else in a loop that goes on with the next, and how many it skips."""
    match loop:
        case cst.For(
            iter=cst.Call(func=cst.Name("enumerate"), args=[cst.Arg(star="")]),
            target=cst.Tuple(elements=[cst.Element(value=cst.Name(value=index)), _]),
            body=cst.IndentedBlock(body=[cst.If() as first, *_]),
        ) if first.orelse is None and _only_continues(first):
            count = _count(first.test, index)
            return (first.test, count) if count > 0 else None
    return None


def _only_continues(test: cst.If) -> bool:
    match test.body:
        case cst.IndentedBlock(body=[cst.SimpleStatementLine(body=[cst.Continue()])]):
            return True
        case cst.SimpleStatementSuite(body=[cst.Continue()]):
            return True
    return False


def _count(test: cst.BaseExpression, index: str) -> int:
    """How many rounds `i < 2`, `i <= 1`, `i == 0` and `not i` are true for, from the first on."""
    match test:
        case cst.UnaryOperation(operator=cst.Not(), expression=cst.Name(value=name)):
            return int(name == index)
        case cst.Comparison(
            left=cst.Name(value=name), comparisons=[cst.ComparisonTarget(operator, limit)]
        ) if name == index:
            number = literal(limit)
            if type(number) is not int:
                return 0
            if isinstance(operator, cst.LessThan):
                return number
            if isinstance(operator, cst.LessThanEqual):
                return number + 1
            return int(isinstance(operator, cst.Equal) and number == 0)
    return 0


def _is_gone_through(owner: cst.CSTNode, iterated: cst.BaseExpression) -> bool:
    """Whether a loop goes through a list from its beginning: alone, numbered or beside others."""
    for outer in around(owner):
        if not is_below(outer, iterated) and outer is not iterated:
            return True
        match outer:
            case cst.Call(func=cst.Name("enumerate" | "zip")) | cst.Arg():
                pass
            case cst.Subscript(value=value) if value is owner:
                pass
            case _:
                return False
        if outer is iterated:
            return True
    return False


def _sliced_off(owner: cst.Attribute) -> int:
    """How many a slice behind a list leaves out: 2 for `self.blocks[2:]`."""
    match next(iter(around(owner)), None):
        case cst.Subscript(
            value=value,
            slice=[cst.SubscriptElement(slice=cst.Slice(lower=lower, upper=None, step=None))],
        ) if value is owner and lower is not None:
            number = literal(lower)
            return number if type(number) is int and number > 0 else 0
        case cst.Subscript():
            return -1
    return 0


def _holds_layers(layer: LayerClass, attribute: str) -> bool:
    """Whether a list is made of layers with weights, by the constructor, and of nothing else."""
    bindings = layer.attributes[attribute].bindings
    constructor = layer.constructor
    if constructor is None or len(bindings) != 1 or bindings[0].method is not constructor:
        return False
    place, value = place_of(layer, constructor), bindings[0].value
    if isinstance(value, cst.ListComp):
        return made_in(value.elt, place) is not None
    if not isinstance(value, cst.List):
        return False
    parts = [each.value for each in value.elements]
    parts += [each for name, each in added_to_attributes(constructor) if name == attribute]
    return bool(parts) and all(made_in(each, place) is not None for each in parts)


def _is_only_read(layer: LayerClass, owner: cst.Attribute) -> bool:
    """Whether a loop alone reads a list, but for where the constructor adds to it."""
    name = owner.attr.value
    if is_read_from_outside(layer, name) or layer.module.says("getattr"):
        return False
    if layer.kind == "model" and _asks_for_layers(layer):
        return False
    return all(
        read.node is owner or (read.method.name == "__init__" and _is_added_to(read.node))
        for read in layer.attributes[name].reads
    )


def _asks_for_layers(layer: LayerClass) -> bool:
    """Whether the class goes through all layers of itself: `self.layers`."""
    return any(
        is_name(node.value, "self") and node.attr.value in ("layers", "submodules")
        for node in walk_kinds(layer.node, cst.Attribute)
    )


def _is_added_to(node: cst.Attribute) -> bool:
    match next(iter(around(node)), None):
        case cst.Attribute(attr=cst.Name("append" | "extend")):
            return True
    return False
