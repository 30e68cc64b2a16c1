"""Means over all axes, that of the batch among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.syntax.matching import keyword, positional

if TYPE_CHECKING:
    from layerlint.model.module import Module
    from layerlint.syntax import cst

_MEANS = frozenset({"mean", "reduce_mean"})


def averaged(call: cst.Call, module: Module) -> cst.BaseExpression | None:
    """What a call takes the mean of over all axes; None for any other call."""
    given = positional(call)
    if module.operation(call) not in _MEANS or len(given) != 1:
        return None
    return None if keyword(call, "axis") is not None else given[0].value
