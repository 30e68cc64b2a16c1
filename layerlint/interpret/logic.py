"""Python's logic and comparisons, on values."""

from __future__ import annotations

import operator
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from layerlint.interpret.lifting import is_plain, plain
from layerlint.interpret.values import UNKNOWN, Value, asked, constant, identical, revised, truth
from layerlint.syntax import cst


def negate(value: Value) -> Value:
    """`not value`."""
    known = truth(value)
    if known is None:
        return Value(derived=value.derived, picked=value.picked)
    return constant(not known, derived=value.opaque)


def either(left: Value, right: Value) -> Value:
    """`left or right`, also as a tensor op: what is known when the other side is not."""
    return _logical(left, right, absorbing=True)


def both(left: Value, right: Value) -> Value:
    """`left and right`, also as a tensor op."""
    return _logical(left, right, absorbing=False)


def _logical(left: Value, right: Value, *, absorbing: bool) -> Value:
    first, second = truth(left), truth(right)
    if first is absorbing or second is absorbing:
        # Python returns the operand itself where the left one decides.
        return left if first is absorbing else Value(truth=absorbing, derived=right.derived)
    if first is (not absorbing):
        return right
    if second is (not absorbing):
        return revised(asked(left, right), derived=left.derived)
    return asked(left, right)


_COMPARISONS: dict[type[cst.BaseCompOp], Callable[[Any, Any], object]] = {
    cst.Equal: operator.eq,
    cst.NotEqual: operator.ne,
    cst.Is: operator.is_,
    cst.IsNot: operator.is_not,
    cst.LessThan: operator.lt,
    cst.LessThanEqual: operator.le,
    cst.GreaterThan: operator.gt,
    cst.GreaterThanEqual: operator.ge,
    cst.In: lambda left, right: left in right,
    cst.NotIn: lambda left, right: left not in right,
}


def compare(left: Value, comparison: cst.BaseCompOp, right: Value) -> Value:
    """`left <comparison> right`."""
    if left.choices and not left.known:
        return _agreed([compare(constant(one), comparison, right) for one in left.choices], left)
    if right.choices and not right.known:
        return _agreed([compare(left, comparison, constant(one)) for one in right.choices], right)
    operation = _COMPARISONS.get(type(comparison))
    by_identity = isinstance(comparison, (cst.Is, cst.IsNot))
    first, second = (left.const, right.const) if by_identity else (plain(left), plain(right))
    if by_identity and _by_value(first) and _by_value(second):
        same = identical(first, second)
        return constant(same is isinstance(comparison, cst.Is), derived=left.opaque or right.opaque)
    if operation is not None and first is not UNKNOWN and second is not UNKNOWN:
        try:
            return constant(bool(operation(first, second)), derived=left.opaque or right.opaque)
        except TypeError:
            return asked(left, right)
    if by_identity and _never_none(left) and right.const is None:
        return constant(isinstance(comparison, cst.IsNot))
    if isinstance(comparison, _SAMENESS) and _is_container(left) and _is_simple(right):
        return constant(isinstance(comparison, (cst.IsNot, cst.NotEqual)))
    if isinstance(comparison, (cst.In, cst.NotIn)) and first is not UNKNOWN:
        keys = right.mapping if right.kind is dict and not right.partial else None
        if keys is not None and isinstance(first, Hashable) and all(map(is_plain, keys)):
            inside = first in keys
            return constant(
                inside is isinstance(comparison, cst.In), derived=left.opaque or right.opaque
            )
    return asked(left, right)


_SAMENESS = (cst.Is, cst.IsNot, cst.Equal, cst.NotEqual)


def _agreed(answers: Sequence[Value], chosen: Value) -> Value:
    """The answer for a value that is one of several, where it is the same for each of these."""
    told = {truth(answer) for answer in answers}
    if len(told) == 1 and None not in told:
        return constant(told.pop(), derived=any(each.opaque for each in (*answers, chosen)))
    return asked(*answers, chosen)


def _by_value(found: object) -> bool:
    """Whether two that are equal count as the same object: numbers, strings, enumerations."""
    return found is not UNKNOWN and isinstance(found, Hashable) and not isinstance(found, tuple)


def _is_container(value: Value) -> bool:
    return value.kind in (list, tuple, dict, set, frozenset)


def _is_simple(value: Value) -> bool:
    return value.const is None or isinstance(value.const, (bool, int, float, str))


def _never_none(value: Value) -> bool:
    return (bool(value.callees) and value.truth is True) or any(
        parts is not None for parts in (value.items, value.mapping, value.element)
    )
