"""Means, and those over all axes, that of the batch among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.syntax.matching import keyword, positional

if TYPE_CHECKING:
    from layerlint.model.module import Module
    from layerlint.syntax import cst

_MEANS = frozenset({"mean", "reduce_mean"})


def mean_of(call: cst.Call, module: Module) -> cst.BaseExpression | None:
    """What a call takes the mean of, over whatever axes; None for any other call."""
    given = positional(call)
    return given[0].value if given and module.operation(call) in _MEANS else None


def averaged(call: cst.Call, module: Module) -> cst.BaseExpression | None:
    """What a call takes the mean of over all axes; None for any other call."""
    if len(positional(call)) != 1 or keyword(call, "axis") is not None:
        return None
    return mean_of(call, module)
