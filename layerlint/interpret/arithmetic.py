"""Arithmetic on abstract values, with the neutral elements that switch an update off."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from typing import Any

from layerlint.interpret import python_calls
from layerlint.interpret.bounds import LARGEST_NUMBER, LONGEST_TEXT, UNROLLED
from layerlint.interpret.joining import join
from layerlint.interpret.lifting import plain
from layerlint.interpret.logic import both, either
from layerlint.interpret.values import (
    UNKNOWN,
    Value,
    asked,
    constant,
    parts_of,
    revised,
    unknown_from,
)
from layerlint.syntax import cst

_WIDTH = re.compile(r"%[^%a-zA-Z]*(?:\d{4}|\*)")

_ARITHMETIC: dict[type[cst.CSTNode], Callable[[Any, Any], object]] = {
    cst.Add: operator.add,
    cst.Subtract: operator.sub,
    cst.Multiply: operator.mul,
    cst.Divide: operator.truediv,
    cst.FloorDivide: operator.floordiv,
    cst.FloorDivideAssign: operator.floordiv,
    cst.Modulo: operator.mod,
    cst.ModuloAssign: operator.mod,
    cst.BitAnd: operator.and_,
    cst.BitOr: operator.or_,
    cst.BitXor: operator.xor,
    cst.BitXorAssign: operator.xor,
    cst.LeftShift: operator.lshift,
    cst.LeftShiftAssign: operator.lshift,
    cst.Power: operator.pow,
    cst.PowerAssign: operator.pow,
    cst.RightShift: operator.rshift,
    cst.RightShiftAssign: operator.rshift,
    cst.AddAssign: operator.add,
    cst.SubtractAssign: operator.sub,
    cst.MultiplyAssign: operator.mul,
    cst.DivideAssign: operator.truediv,
    cst.BitAndAssign: operator.and_,
    cst.BitOrAssign: operator.or_,
}
_SUMS = (cst.Add, cst.AddAssign)
_DIFFERENCES = (cst.Subtract, cst.SubtractAssign)
_PRODUCTS = (cst.Multiply, cst.MultiplyAssign)
_QUOTIENTS = (cst.Divide, cst.DivideAssign)


def arithmetic(left: Value, operation: cst.CSTNode, right: Value) -> Value:
    """`left <operation> right`, with the neutral elements that switch an update off.

    `0 * x` is 0, `1 * x` and `x + 0` are `x`: `w.assign(flag * new + (1 - flag) * w)` writes `w`
    back where the flag is false.
    """
    if isinstance(operation, _SUMS) and (left.items is not None or right.items is not None):
        return _concatenated(left, right)
    if isinstance(operation, cst.Multiply) and any(
        side.kind in (list, tuple) for side in (left, right)
    ):
        return _repeated(left, right)
    if left.known and right.known:
        return _computed(left, operation, right)
    if {left.kind, right.kind} & {set, frozenset} and type(operation) in _ARITHMETIC:
        return python_calls.computed(_ARITHMETIC[type(operation)], [left, right])
    neutral = _switched(left, operation, right)
    if neutral is not None:
        return neutral
    if isinstance(operation, (cst.BitAnd, cst.BitAndAssign)):
        return both(left, right)
    if isinstance(operation, (cst.BitOr, cst.BitOrAssign)):
        if left.mapping is not None and right.mapping is not None:
            merged = asked(left, right)
            return revised(merged, mapping={**left.mapping, **right.mapping}, kind=left.kind)
        return either(left, right)
    if isinstance(operation, cst.Modulo) and isinstance(left.const, str):
        found = plain(right)
        if found is not UNKNOWN:
            return _computed(left, operation, revised(right, const=str(found)))
        return asked(left, right)
    if isinstance(operation, _DIFFERENCES) and left.same is not None and left.same == right.same:
        return constant(0)
    return unknown_from(left, right)


def _switched(left: Value, operation: cst.CSTNode, right: Value) -> Value | None:
    """What a side that is 0 or 1 makes of the other; None where it is neither, or no matter."""
    for number, other, first in ((left, right, True), (right, left, False)):
        if not number.known or not isinstance(number.const, (bool, int, float)):
            continue
        if isinstance(operation, _PRODUCTS) and number.const == 0:
            return constant(0, derived=number.derived)
        neutral = number.const == (1 if isinstance(operation, (*_PRODUCTS, *_QUOTIENTS)) else 0)
        either_way = isinstance(operation, (*_PRODUCTS, *_SUMS))
        one_way = isinstance(operation, (*_DIFFERENCES, *_QUOTIENTS)) and not first
        if neutral and (either_way or one_way):
            kept = _as_number(other)
            return revised(kept, picked=True) if number.opaque else kept
    return None


def _repeated(left: Value, right: Value) -> Value:
    """`[a] * 2`."""
    parts, number = (left, right) if left.kind in (list, tuple) else (right, left)
    if parts.items is None or not isinstance(number.const, int) or number.const > UNROLLED:
        return revised(asked(left, right), element=join(parts_of(parts)))
    return revised(asked(left, right), items=parts.items * number.const, kind=parts.kind)


def _concatenated(left: Value, right: Value) -> Value:
    """`[a, b] + [c]`."""
    merged = unknown_from(left, right)
    if left.items is not None and right.items is not None:
        kind = left.kind if left.kind is right.kind else None
        return revised(merged, items=(*left.items, *right.items), kind=kind)
    return revised(merged, element=join([*parts_of(left), *parts_of(right)]))


def _computed(left: Value, operation: cst.CSTNode, right: Value) -> Value:
    function = _ARITHMETIC.get(type(operation))
    derived, picked = left.derived or right.derived, left.picked or right.picked
    unknown = Value(derived=derived, picked=picked)
    if function is None or not all(_small(side) for side in (left.const, right.const)):
        return unknown
    if isinstance(operation, cst.Modulo) and _widens(left.const):
        return unknown
    try:
        return revised(unknown, const=function(left.const, right.const))
    except (ArithmeticError, TypeError, ValueError):
        return unknown


def _small(number: object) -> bool:
    """Whether computing with it takes no time worth speaking of."""
    if isinstance(number, int):
        return abs(number) <= LARGEST_NUMBER
    return isinstance(number, float) or (isinstance(number, str) and len(number) <= LONGEST_TEXT)


def _widens(text: object) -> bool:
    """Whether a text asks for the width of what it is filled with: that may be any number."""
    return isinstance(text, str) and _WIDTH.search(text) is not None


def _as_number(value: Value) -> Value:
    """The value after arithmetic: a new tensor equal to it, no longer the object."""
    return revised(value, path=None, callees=(), items=None, mapping=None, element=None)
