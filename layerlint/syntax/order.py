"""The nodes of a libcst tree in source order, found by a field walk."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import fields
from weakref import finalize

import libcst as cst

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

    Checks walk the same code again and again. Once a tree is ordered, a walk is a slice. `start` is
    where the part of a file begins that the tree was parsed from, None for the parts together.
    """

    __slots__ = ("_above", "ends", "kinds", "nodes", "start")

    def __init__(self, tree: cst.CSTNode, start: int = 0) -> None:
        """`start` is where the part of a file begins that has `tree` for its root."""
        self.start: int | None = start
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
            stack.extend([(child, position) for child in reversed(child_nodes(node))])
        ends = list(range(1, len(nodes) + 1))
        for position in range(len(nodes) - 1, 0, -1):
            parent = above[position]
            if ends[position] > ends[parent]:
                ends[parent] = ends[position]
        self.nodes = nodes
        self.ends = ends
        self.kinds = kinds
        self._above = above

    @classmethod
    def joined(cls, root: cst.CSTNode, parts: Iterable[Order]) -> Order:
        """The order of a tree whose children are those of the roots of `parts`, in turn."""
        found = cls.__new__(cls)
        found.start = None
        found.nodes, found.ends = [root], [1]
        found.kinds = {type(root): [0]}
        found._above = [0]
        for part in parts:
            shift = len(found.nodes) - 1
            found.nodes += part.nodes[1:]
            found.ends += [end + shift for end in part.ends[1:]]
            for kind, positions in part.kinds.items():
                moved = [position + shift for position in positions if position]
                found.kinds.setdefault(kind, []).extend(moved)
        found.ends[0] = len(found.nodes)
        return found

    def above(self, position: int) -> Iterator[cst.CSTNode]:
        """The nodes around the one at a position, innermost first, without the root."""
        nodes, above = self.nodes, self._above
        position = above[position]
        while position:
            yield nodes[position]
            position = above[position]

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


# The nodes of the modules at hand. libcst's nodes have slots and take no weak references, so that
# it is the owner of a tree whose end is waited for.
places: dict[cst.CSTNode, tuple[Order, int]] = {}


def keep_order(tree: cst.CSTNode, owner: object, start: int = 0) -> Order:
    """Order a tree, and let every walk profit from that for as long as `owner` lives."""
    order = Order(tree, start)
    for position, node in enumerate(order.nodes):
        places[node] = (order, position)
    finalize(owner, _forget, order).atexit = False
    return order


def _forget(order: Order) -> None:
    for node in order.nodes:
        places.pop(node, None)


def place_of_node(node: cst.CSTNode) -> tuple[Order, int]:
    """The order that a node is part of, and its position there."""
    return places.get(node) or (Order(node), 0)


def child_nodes(node: cst.CSTNode) -> list[cst.CSTNode]:
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


# libcst keeps a few fields in an order that is not the source's.
_SOURCE_ORDER = {
    cst.FunctionDef: ("decorators", "name", "type_parameters", "params", "returns", "body"),
    cst.ClassDef: ("decorators", "name", "type_parameters", "bases", "keywords", "body"),
    cst.IfExp: ("body", "test", "orelse"),
    cst.Arg: ("keyword", "value"),
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
