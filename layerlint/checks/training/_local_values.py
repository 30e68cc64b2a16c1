"""What the names of a function are given, what is added to them, and what lists are filled with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, is_name
from layerlint.syntax.walk import walk_same_function


class How(Enum):
    """In which way a name gets a value: all of it, with what it had, as an item of a list."""

    WHOLE = "whole"
    ADDED = "added"
    SCALED = "scaled"
    APPENDED = "appended"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class Given:
    """A value that a name is given, or that of which it is given the item at some place."""

    value: cst.BaseExpression
    item: int | None = None
    how: How = How.WHOLE


_ADDING = (cst.AddAssign, cst.SubtractAssign)
_SCALING = (cst.MultiplyAssign, cst.DivideAssign)


def values_by_name(body: cst.CSTNode) -> dict[str, Sequence[Given] | None]:
    """The values that each name is given, in source order; None where one is changed otherwise."""
    found: dict[str, list[Given]] = {}
    changed: set[str] = set()
    for node in walk_same_function(body, cst.Assign, cst.AugAssign, cst.Call, cst.For):
        match node:
            case cst.Assign(targets=[target]):
                for name, given in _given(target.target, node.value):
                    found.setdefault(name, []).append(given)
            case cst.AugAssign(target=cst.Name(value=name), operator=operator, value=value):
                how = How.ADDED if isinstance(operator, _ADDING) else How.SCALED
                if isinstance(operator, (*_ADDING, *_SCALING)):
                    found.setdefault(name, []).append(Given(value, how=how))
                else:
                    changed.add(name)
            case cst.Call(
                func=cst.Attribute(value=cst.Name(value=name), attr=cst.Name("append")), args=[one]
            ):
                found.setdefault(name, []).append(Given(one.value, how=How.APPENDED))
            case cst.For(target=cst.Name(value=name), iter=cst.Call() as iterated):
                if called_name(iterated.func) == "range":
                    found.setdefault(name, []).append(Given(iterated, how=How.COUNTED))
    return {**found, **dict.fromkeys(changed)}


def _given(target: cst.BaseExpression, value: cst.BaseExpression) -> Iterator[tuple[str, Given]]:
    """Each name of a target, with what it is given: `p, r = f(x), g(x)` or `p, r = both(x)`."""
    if isinstance(target, cst.Name):
        yield target.value, _added(target, value) or Given(value)
    if not isinstance(target, (cst.Tuple, cst.List)):
        return
    items = value.elements if isinstance(value, (cst.Tuple, cst.List)) else None
    apart = items is None or len(items) == len(target.elements)
    whole = all(isinstance(each, cst.Element) for each in (*target.elements, *(items or ())))
    for place, each in enumerate(target.elements):
        if isinstance(each.value, cst.Name):
            one = items is not None and apart and whole
            yield (
                each.value.value,
                Given(items[place].value) if one and items else Given(value, place),
            )


def _added(target: cst.Name, value: cst.BaseExpression) -> Given | None:
    """The `y` of `x = x + y`."""
    match value:
        case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
            if is_name(left, target.value):
                return Given(right, how=How.ADDED)
    return None
