"""Matching single expressions: dotted names, arguments, literals."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

import libcst as cst

from layerlint.syntax.walk import names_below, walk_kinds


class _NotLiteral:
    def __repr__(self) -> str:
        return "NOT_LITERAL"

    def __bool__(self) -> bool:
        return False


NOT_LITERAL: Final = _NotLiteral()


def dotted(node: cst.CSTNode) -> str | None:
    """`"a.b.c"` for a chain of names and attributes, else None."""
    parts: list[str] = []
    # No other classes are a name or an attribute, and isinstance() asks for those at length.
    while type(node) is cst.Attribute:
        parts.append(node.attr.value)
        node = node.value
    if type(node) is not cst.Name:
        return None
    parts.append(node.value)
    return ".".join(reversed(parts))


def last_part(name: str) -> str:
    """The last part of a dotted name."""
    return name.rpartition(".")[2]


def self_attribute(node: cst.CSTNode, self_name: str = "self") -> str | None:
    """`"x"` for `self.x`, else None."""
    if type(node) is cst.Attribute and is_name(node.value, self_name):
        return node.attr.value
    return None


def is_name(node: cst.CSTNode | None, value: str) -> bool:
    """Whether `node` is the plain name `value`."""
    return type(node) is cst.Name and node.value == value


def names_bound(target: cst.CSTNode) -> Iterator[str]:
    """The names that get a value where `target` is assigned to: `a` and `b` of `a, (b, c.d)`."""
    if type(target) is cst.Name:
        yield target.value
    elif isinstance(target, (cst.Tuple, cst.List)):
        for element in target.elements:
            yield from names_bound(element.value)


# What gives names a value, but for definitions, imports of whole modules and comprehensions.
Giver = cst.AssignTarget | cst.AugAssign | cst.AnnAssign | cst.NamedExpr | cst.For | cst.AsName
GIVERS: tuple[type[Giver], ...] = (
    cst.AssignTarget,
    cst.AugAssign,
    cst.AnnAssign,
    cst.NamedExpr,
    cst.For,
    cst.AsName,
)


def names_given(node: Giver) -> Iterator[str]:
    """The names that a statement, or its part `as x` or `(x := ...)`, gives a value."""
    return names_bound(_given(node))


def names_assigned_to(code: cst.CSTNode) -> frozenset[str]:
    """The names in what is assigned to: those that get a value, and whose items or parts get one.

    Functions in the code are read as well.
    """
    nodes: Iterator[Giver] = walk_kinds(code, *GIVERS)
    return frozenset(name for node in nodes for name in names_below(_given(node)))


def _given(node: Giver) -> cst.CSTNode:
    return node.name if isinstance(node, cst.AsName) else node.target


def parts_bound(
    target: cst.BaseExpression, value: cst.BaseExpression | None
) -> Iterator[tuple[cst.BaseExpression, cst.BaseExpression | None]]:
    """What is assigned to where `target` is, each part with its own part of `value`, if it has one.

    `a` with `1` and `b` with `2` for `a, b = 1, 2`; both without a value for `a, b = f()`.
    """
    if not isinstance(target, (cst.Tuple, cst.List)):
        yield target, value
        return
    values: list[cst.BaseExpression | None] = [None] * len(target.elements)
    if isinstance(value, (cst.Tuple, cst.List)) and len(value.elements) == len(values):
        both = (*target.elements, *value.elements)
        if not any(isinstance(each, cst.StarredElement) for each in both):
            values = [each.value for each in value.elements]
    for part, own in zip(target.elements, values, strict=True):
        yield from parts_bound(part.value, own)


def parts_made(
    target: cst.BaseExpression, value: cst.BaseExpression | None
) -> Iterator[tuple[cst.BaseExpression, cst.BaseExpression | None]]:
    """The same, where `a, b = (Dense(n) for _ in range(2))` gives each a call of its own."""
    match target, value:
        case (
            cst.Tuple(elements=parts) | cst.List(elements=parts),
            cst.ListComp(elt=cst.Call() as made) | cst.GeneratorExp(elt=cst.Call() as made),
        ):
            for each in parts:
                yield from parts_bound(each.value, made)
        case _:
            yield from parts_bound(target, value)


def called_name(function: cst.CSTNode) -> str:
    """`"floor"` for `tf.floor` and for `floor`; empty where what is called has no name."""
    if type(function) is cst.Attribute:
        return function.attr.value
    return function.value if type(function) is cst.Name else ""


def is_method_of_super(call: cst.Call) -> bool:
    """Whether `call` is one of `super().method(...)`."""
    return type(call.func) is cst.Attribute and is_super_call(call.func.value)


def is_super_call(node: cst.CSTNode) -> bool:
    """Whether `node` is `super()` or `super(X, self)`."""
    return type(node) is cst.Call and is_name(node.func, "super")


def positional(call: cst.Call) -> list[cst.Arg]:
    """The positional arguments of `call`, up to the first starred one."""
    result = []
    for argument in call.args:
        if argument.star:
            break
        if argument.keyword is None:
            result.append(argument)
    return result


def keyword(call: cst.Call, name: str) -> cst.BaseExpression | None:
    """What is passed as `name=`, if anything."""
    argument = keyword_argument(call, name)
    return argument.value if argument is not None else None


def keyword_argument(call: cst.Call, name: str) -> cst.Arg | None:
    """The argument passed as `name=`, if any."""
    for argument in call.args:
        if argument.keyword is not None and argument.keyword.value == name:
            return argument
    return None


def bind(call: cst.Call, names: Sequence[str]) -> dict[str, cst.BaseExpression]:
    """The arguments of `call` by parameter name, `names` being the positional parameters.

    Arguments after a starred one cannot be placed and are left out; `*args` and `**kwargs` appear
    under the keys `"*"` and `"**"`, surplus positional arguments not at all.
    """
    result: dict[str, cst.BaseExpression] = {}
    remaining = iter(names)
    for argument in call.args:
        if argument.star:
            result[argument.star] = argument.value
            if argument.star == "*":
                remaining = iter(())
        elif argument.keyword is not None:
            result[argument.keyword.value] = argument.value
        elif (name := next(remaining, None)) is not None:
            result[name] = argument.value
    return result


def with_unpacked(
    given: dict[str, cst.BaseExpression], mapping: dict[str, cst.BaseExpression] | None
) -> dict[str, cst.BaseExpression]:
    """What `bind` found, with what stands in the `**mapping` that is unpacked, if that is seen."""
    if mapping is None:
        return given
    return {**mapping, **{name: value for name, value in given.items() if name != "**"}}


def mapping_display(node: cst.CSTNode | None) -> dict[str, cst.BaseExpression] | None:
    """The values of `{"a": 1}` or `dict(a=1)` by their keys, unless others are unpacked in it."""
    result: dict[str, cst.BaseExpression] = {}
    match node:
        case cst.Dict(elements=elements):
            for element in elements:
                key = literal(element.key) if isinstance(element, cst.DictElement) else None
                if not isinstance(key, str):
                    return None
                result[key] = element.value
            return result
        case cst.Call(func=cst.Name("dict"), args=arguments):
            for argument in arguments:
                if argument.keyword is None:
                    return None
                result[argument.keyword.value] = argument.value
            return result
    return None


_NAMED = {"True": True, "False": False, "None": None}
_LITERALS: frozenset[type] = frozenset(
    {
        cst.Integer,
        cst.Float,
        cst.Imaginary,
        cst.SimpleString,
        cst.ConcatenatedString,
        cst.UnaryOperation,
        cst.Tuple,
        cst.List,
        cst.Set,
    }
)


def literal(node: cst.CSTNode | None) -> Any:
    """The Python value of a literal (numbers, strings, None, booleans, displays of these).

    Returns `NOT_LITERAL` for anything else.
    """
    if type(node) is cst.Name:
        return _NAMED.get(node.value, NOT_LITERAL)
    if type(node) not in _LITERALS:
        return NOT_LITERAL
    match node:
        case cst.Integer() | cst.Float() | cst.Imaginary() | cst.SimpleString():
            return _token(node.value)
        case cst.ConcatenatedString(left=left, right=right):
            first, second = literal(left), literal(right)
            if isinstance(first, str) and isinstance(second, str):
                return first + second
        case cst.UnaryOperation(operator=cst.Minus(), expression=operand):
            value = literal(operand)
            if isinstance(value, (int, float)):
                return -value
        case (
            cst.Tuple(elements=elements) | cst.List(elements=elements) | cst.Set(elements=elements)
        ):
            return _display(node, elements)
    return NOT_LITERAL


@lru_cache(maxsize=4096)
def _token(text: str) -> Any:
    return ast.literal_eval(text)


def _display(node: cst.CSTNode, elements: Sequence[cst.BaseElement]) -> Any:
    values = []
    for element in elements:
        value = literal(element.value) if isinstance(element, cst.Element) else NOT_LITERAL
        if value is NOT_LITERAL:
            return NOT_LITERAL
        values.append(value)
    if isinstance(node, cst.Tuple):
        return tuple(values)
    return values if isinstance(node, cst.List) else frozenset(values)
