"""Means, those over all axes, that of the batch among them, and the squares they are taken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword, literal, positional

if TYPE_CHECKING:
    from layerlint.model.module import Module
_MEANS = frozenset({"mean", "reduce_mean"})


def mean_of(call: cst.Call, module: Module) -> cst.BaseExpression | None:
    """What a call takes the mean of, over whatever axes; None for any other call."""
    if module.operation(call) not in _MEANS:
        return None
    given = positional(call)
    return given[0].value if given else keyword(call, "input_tensor") or keyword(call, "x")


def averaged(call: cst.Call, module: Module) -> cst.BaseExpression | None:
    """What a call takes the mean of over all axes; None for any other call."""
    axis = keyword(call, "axis")
    if len(positional(call)) > 1 or not (axis is None or is_name(axis, "None")):
        return None
    return mean_of(call, module)


def squared(node: cst.BaseExpression, module: Module) -> cst.BaseExpression | None:
    """What is squared by `x ** 2` or `square(x)`; None for any other expression."""
    match node:
        case cst.BinaryOperation(left=base, operator=cst.Power(), right=power):
            return base if literal(power) == 2 else None
        case cst.Call(args=[first, *_]) if module.operation(node) == "square":
            return first.value
    return None
