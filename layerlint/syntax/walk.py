"""Walking libcst trees without its visitors, which are twenty times slower than a field walk."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import TypeVar, cast, overload
from weakref import finalize

import libcst as cst

NodeT = TypeVar("NodeT", bound=cst.CSTNode)

_TRIVIA = (
    cst.BaseParenthesizableWhitespace,
    cst.TrailingWhitespace,
    cst.EmptyLine,
    cst.Comma,
    cst.Semicolon,
    cst.Colon,
    cst.AssignEqual,
    cst.Dot,
    cst.LeftParen,
    cst.RightParen,
)
_TRIVIAL_FIELDS = frozenset(
    {
        "lpar",
        "rpar",
        "comma",
        "semicolon",
        "equal",
        "leading_lines",
        "lines_after_decorators",
        "header",
        "footer",
        "trailing_whitespace",
        "lbracket",
        "rbracket",
        "lbrace",
        "rbrace",
        "dot",
        "colon",
        "newline",
        "first_colon",
        "second_colon",
    }
)
_child_fields: dict[type, tuple[str, ...]] = {}
# What a field's value is, by its type: libcst's classes are abstract ones, on which isinstance()
# takes longer than all the rest of a walk.
_NODE, _SEQUENCE, _OTHER = "node", "sequence", "other"
_roles: dict[type, str] = {}


class Order:
    """The nodes of one tree in source order, each with where what is below it ends.

    Checks walk the same code again and again. Once a tree is ordered, a walk is a slice.
    """

    __slots__ = ("_above", "ends", "kinds", "nodes")

    def __init__(self, tree: cst.CSTNode) -> None:
        nodes: list[cst.CSTNode] = []
        above: list[int] = []
        kinds: dict[type, list[int]] = {}
        stack: list[tuple[cst.CSTNode, int]] = [(tree, 0)]
        while stack:
            node, parent = stack.pop()
            position = len(nodes)
            nodes.append(node)
            above.append(parent)
            kinds.setdefault(type(node), []).append(position)
            stack.extend([(child, position) for child in reversed(_fields(node))])
        ends = list(range(1, len(nodes) + 1))
        for position in range(len(nodes) - 1, 0, -1):
            parent = above[position]
            if ends[position] > ends[parent]:
                ends[parent] = ends[position]
        self.nodes = nodes
        self.ends = ends
        self.kinds = kinds
        self._above = above

    def parents(self) -> dict[int, cst.CSTNode]:
        """The parent of every node below the tree, by the identity of the child."""
        nodes = self.nodes
        pairs = zip(nodes, self._above, strict=True)
        found = {id(node): nodes[parent] for node, parent in pairs}
        del found[id(nodes[0])]
        return found

    def positions(self, kinds: Iterable[type], start: int, end: int) -> list[int]:
        """Where nodes of some types stand between two positions, in source order."""
        found: list[int] = []
        for kind in kinds:
            places = self.kinds.get(kind)
            if places:
                found += places[bisect_left(places, start) : bisect_left(places, end)]
        found.sort()
        return found

    def outermost(self, kinds: Iterable[type], start: int, end: int) -> list[int]:
        """Those of `positions` that are not below another one of them."""
        found = []
        bound = start
        for position in self.positions(kinds, start, end):
            if position >= bound:
                found.append(position)
                bound = self.ends[position]
        return found


# The nodes of the modules at hand by identity. libcst's nodes have slots and take no references
# to themselves, so that it is the owner of a tree whose end is waited for.
_places: dict[int, tuple[Order, int]] = {}


def keep_order(tree: cst.CSTNode, owner: object) -> Order:
    """Order a tree, and let every walk profit from that for as long as `owner` lives."""
    order = Order(tree)
    for position, node in enumerate(order.nodes):
        _places[id(node)] = (order, position)
    # The order holds the nodes, so that no other object gets their identities before.
    finalize(owner, _forget, order).atexit = False
    return order


def _forget(order: Order) -> None:
    for node in order.nodes:
        _places.pop(id(node), None)


def children(node: cst.CSTNode) -> Sequence[cst.CSTNode]:
    """The direct children of `node` in source order, without whitespace and punctuation."""
    place = _places.get(id(node))
    if place is None:
        return _fields(node)
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
    order, position = _place(node)
    return iter(order.nodes[position : order.ends[position]])


def is_behind(node: cst.CSTNode, other: cst.CSTNode) -> bool:
    """Whether `node` begins where `other`, of the same ordered tree, has ended."""
    return _places[id(node)][1] >= _ended(other)


def begins_before(node: cst.CSTNode, other: cst.CSTNode) -> bool:
    """Whether `node` begins before `other` of the same ordered tree, or holds it."""
    return _places[id(node)][1] < _places[id(other)][1]


def end_in_order(node: cst.CSTNode) -> tuple[int, int]:
    """What sorts nodes of one ordered tree by where they end, inner ones first."""
    return _ended(node), -_places[id(node)][1]


def _ended(node: cst.CSTNode) -> int:
    order, position = _places[id(node)]
    return order.ends[position]


def walk_kinds(node: cst.CSTNode, *kinds: type[NodeT]) -> Iterator[NodeT]:
    """The nodes of exactly these types among those of `walk`."""
    order, position = _place(node)
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
    order, start = _place(node)
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
    order, start = _place(node)
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
    order, start = _place(node)
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


def _place(node: cst.CSTNode) -> tuple[Order, int]:
    """The order that a node is part of, and its position there."""
    return _places.get(id(node)) or (Order(node), 0)


def _fields(node: cst.CSTNode) -> list[cst.CSTNode]:
    """The children of a node as its fields have them."""
    names = _child_fields.get(type(node))
    if names is None:
        names = _child_fields[type(node)] = _fields_of(type(node))
    found = []
    for name in names:
        value = getattr(node, name)
        role = _roles.get(type(value)) or _role_of(type(value))
        if role is _NODE:
            found.append(value)
        elif role is _SEQUENCE:
            found += [
                item for item in value if (_roles.get(type(item)) or _role_of(type(item))) is _NODE
            ]
    return found


_CLASSES = frozenset({cst.ClassDef})
_SCOPES = frozenset({cst.FunctionDef, cst.Lambda, cst.ClassDef})
# libcst keeps a few fields in an order that is not the source's.
_SOURCE_ORDER = {
    cst.FunctionDef: ("decorators", "name", "type_parameters", "params", "returns", "body"),
    cst.ClassDef: ("decorators", "name", "type_parameters", "bases", "keywords", "body"),
    cst.IfExp: ("body", "test", "orelse"),
    cst.ListComp: ("elt", "for_in"),
    cst.Parameters: (
        "posonly_params",
        "posonly_ind",
        "params",
        "star_arg",
        "kwonly_params",
        "star_kwarg",
    ),
}


def _fields_of(kind: type) -> tuple[str, ...]:
    if kind in _SOURCE_ORDER:
        return _SOURCE_ORDER[kind]
    return tuple(
        field.name
        for field in fields(kind)
        if field.name not in _TRIVIAL_FIELDS and not field.name.startswith("whitespace")
    )


def _role_of(kind: type) -> str:
    if issubclass(kind, cst.CSTNode):
        role = _OTHER if issubclass(kind, _TRIVIA) else _NODE
    else:
        role = _SEQUENCE if issubclass(kind, (list, tuple)) else _OTHER
    _roles[kind] = role
    return role
