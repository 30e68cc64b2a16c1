"""Walking libcst trees without its visitors, which are twenty times slower than a field walk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

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


def children(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """The direct children of `node` in source order, without whitespace and punctuation."""
    names = _child_fields.get(type(node))
    if names is None:
        names = _child_fields[type(node)] = _fields_of(type(node))
    for name in names:
        value = getattr(node, name)
        role = _roles.get(type(value)) or _role_of(type(value))
        if role is _NODE:
            yield value
        elif role is _SEQUENCE:
            for item in value:
                if (_roles.get(type(item)) or _role_of(type(item))) is _NODE:
                    yield item


def walk(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """`node` and all that is below it, in source order (parents before children)."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(list(children(current))))


def walk_same_class(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Like `walk`, without entering classes nested below `node`."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        if type(current) is cst.ClassDef and current is not node:
            continue
        stack.extend(reversed(list(children(current))))


def walk_same_function(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Like `walk`, without entering functions, lambdas and classes nested below `node`."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        if type(current) in _SCOPES and current is not node:
            continue
        stack.extend(reversed(list(children(current))))


def parents(tree: cst.CSTNode) -> dict[int, cst.CSTNode]:
    """The parent of every node below `tree`, by the identity of the child."""
    result: dict[int, cst.CSTNode] = {}
    stack = [tree]
    while stack:
        current = stack.pop()
        for child in children(current):
            result[id(child)] = current
            stack.append(child)
    return result


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
