"""Walking libcst trees without its visitors, which are twenty times slower than a field walk."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar, cast, overload

import libcst as cst

from layerlint.syntax.order import child_nodes, place_of_node, places

NodeT = TypeVar("NodeT", bound=cst.CSTNode)
OtherT = TypeVar("OtherT", bound=cst.CSTNode)

_CLASSES = frozenset({cst.ClassDef})
_SCOPES = frozenset({cst.FunctionDef, cst.Lambda, cst.ClassDef})


def children(node: cst.CSTNode) -> Sequence[cst.CSTNode]:
    """The direct children of `node` in source order, without whitespace and punctuation."""
    place = places.get(node)
    if place is None:
        return child_nodes(node)
    order, position = place
    nodes, ends = order.nodes, order.ends
    found = []
    end = ends[position]
    position += 1
    while position < end:
        found.append(nodes[position])
        position = ends[position]
    return found


def walk(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`node` and all that is below it, in source order (parents before children)."""
    order, position = place_of_node(node)
    return iter(order.nodes[position : order.ends[position]])


@overload
def around(node: cst.CSTNode) -> Iterator[cst.CSTNode]: ...


@overload
def around(
    node: cst.CSTNode, one: type[NodeT], other: type[OtherT], /
) -> Iterator[NodeT | OtherT]: ...


@overload
def around(node: cst.CSTNode, *kinds: type[NodeT]) -> Iterator[NodeT]: ...


def around(node: cst.CSTNode, *kinds: type[cst.CSTNode]) -> Iterator[cst.CSTNode]:
    """The nodes around `node` in its file, of these types, if any are named, innermost first."""
    place = places.get(node)
    nodes = iter(()) if place is None else place[0].above(place[1])
    return (each for each in nodes if isinstance(each, kinds)) if kinds else nodes


def innermost(
    node: cst.CSTNode, *kinds: type[NodeT], inside: cst.CSTNode | None = None
) -> NodeT | None:
    """The innermost of the nodes of these types around `node`, as far as they are in `inside`."""
    for each in around(node):
        if each is inside:
            return None
        if isinstance(each, kinds):
            return each
    return None


def is_below(node: cst.CSTNode, other: cst.CSTNode) -> bool:
    """Whether `other` is around `node`."""
    return any(each is other for each in around(node))


def is_label(name: cst.CSTNode) -> bool:
    """Whether a name is that of an attribute or of a keyword, which no variable stands for."""
    above = next(around(name), None)
    if type(above) is cst.Attribute:
        return above.attr is name
    return type(above) is cst.Arg and above.keyword is name


def names_below(node: cst.CSTNode) -> Iterator[str]:
    """The names that stand in `node`, as often as they do."""
    return (each.value for each in walk_kinds(node, cst.Name))


def mentions(node: cst.CSTNode, *names: str) -> bool:
    """Whether one of these names stands in `node`."""
    return any(each in names for each in names_below(node))


def last_statement(body: cst.BaseSuite) -> cst.CSTNode:
    """What a block ends with: on a line of several statements the last of them."""
    last: cst.CSTNode = body.body[-1]
    return last.body[-1] if isinstance(last, cst.SimpleStatementLine) else last


def calls_given(node: cst.CSTNode) -> Iterator[cst.Call]:
    """The calls among whose arguments a node stands, in its own statement; innermost first."""
    inner = node
    for up in around(node):
        if isinstance(up, cst.BaseStatement):
            return
        if isinstance(up, cst.Call) and up.func is not inner:
            yield up
        inner = up


def is_behind(node: cst.CSTNode, other: cst.CSTNode) -> bool:
    """Whether `node` begins where `other`, of the same file, has ended."""
    return begin_in_order(node) >= _ended(other)


def begins_before(node: cst.CSTNode, other: cst.CSTNode) -> bool:
    """Whether `node` begins before `other` of the same file, or holds it."""
    return begin_in_order(node) < begin_in_order(other)


def end_in_order(node: cst.CSTNode) -> tuple[tuple[int, int], int]:
    """What sorts nodes of one file by where they end, inner ones first."""
    return _ended(node), -places[node][1]


def begin_in_order(node: cst.CSTNode) -> tuple[int, int]:
    """What sorts nodes of one file by where they begin, outer ones first."""
    order, position = places[node]
    return order.start or 0, position


def _ended(node: cst.CSTNode) -> tuple[int, int]:
    order, position = places[node]
    return order.start or 0, order.ends[position]


def walk_kinds(node: cst.CSTNode, *kinds: type[NodeT]) -> Iterator[NodeT]:
    """The nodes of exactly these types among those of `walk`."""
    order, position = place_of_node(node)
    nodes = order.nodes
    for found in order.positions(kinds, position, order.ends[position]):
        yield cast("NodeT", nodes[found])


@overload
def walk_same_class(node: cst.CSTNode) -> Iterator[cst.CSTNode]: ...


@overload
def walk_same_class(node: cst.CSTNode, *kinds: type[NodeT]) -> Iterator[NodeT]: ...


def walk_same_class(node: cst.CSTNode, *kinds: type[cst.CSTNode]) -> Iterator[cst.CSTNode]:
    """Like `walk`, without entering classes nested below `node`; of exactly these types, if any."""
    return _kinds_outside(node, _CLASSES, kinds) if kinds else _walk_outside(node, _CLASSES)


@overload
def walk_same_function(node: cst.CSTNode) -> Iterator[cst.CSTNode]: ...


@overload
def walk_same_function(node: cst.CSTNode, *kinds: type[NodeT]) -> Iterator[NodeT]: ...


def walk_same_function(node: cst.CSTNode, *kinds: type[cst.CSTNode]) -> Iterator[cst.CSTNode]:
    """Like `walk_same_class`, without entering functions, lambdas and classes below `node`."""
    return _kinds_outside(node, _SCOPES, kinds) if kinds else _walk_outside(node, _SCOPES)


def walk_kinds_outside(
    node: cst.CSTNode, closed: frozenset[type], kinds: frozenset[type]
) -> Iterator[cst.CSTNode]:
    """The nodes of exactly these `kinds` below `node`, but not those below nodes of `closed`."""
    order, start = place_of_node(node)
    nodes, ends = order.nodes, order.ends
    position = start
    for inner in order.positions(closed | kinds, start + 1, ends[start]):
        if inner >= position:
            kind = type(nodes[inner])
            if kind in closed:
                position = ends[inner]
            if kind in kinds:
                yield nodes[inner]


def _walk_outside(node: cst.CSTNode, closed: frozenset[type]) -> Iterator[cst.CSTNode]:
    """Like `walk`, with the nodes of some types below `node`, but without what is in them."""
    order, start = place_of_node(node)
    nodes, ends = order.nodes, order.ends
    end = ends[start]
    found: list[cst.CSTNode] = []
    position = start
    for inner in order.positions(closed, start + 1, end):
        if inner >= position:
            found += nodes[position : inner + 1]
            position = ends[inner]
    found += nodes[position:end]
    return iter(found)


def _kinds_outside(
    node: cst.CSTNode, closed: frozenset[type], kinds: Sequence[type[cst.CSTNode]]
) -> Iterator[cst.CSTNode]:
    """Those of the nodes of `_walk_outside` that are of exactly these types."""
    order, start = place_of_node(node)
    nodes, ends = order.nodes, order.ends
    end = ends[start]
    found = order.positions(kinds, start, end)
    if not found:
        return iter(())
    hidden = order.outermost(closed, start + 1, found[-1])
    if not hidden:
        return iter([nodes[position] for position in found])
    return iter([nodes[position] for position in found if not _is_below(position, hidden, ends)])


def _is_below(position: int, hidden: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether a node is below the last of the hidden ones that begin before it."""
    before = bisect_left(hidden, position)
    return before > 0 and position < ends[hidden[before - 1]]
