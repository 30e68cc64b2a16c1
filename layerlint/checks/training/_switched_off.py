"""Noise whose size is 0 outside of training: `stddev = self.stddev if training else 0.0`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.queries.flag_names import names_flag
from layerlint.syntax import cst
from layerlint.syntax.matching import literal
from layerlint.syntax.walk import around, mentions, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.interpret.effects import RandomDraw
    from layerlint.model.module import Module


def switched_off(draw: RandomDraw) -> bool:
    """Whether what stands with a draw in its statement is 0 by a test of the flag."""
    module = draw.module
    statement, function = module.statement(draw.node), module.function(draw.node)
    if any(_chooses_zero(node) for node in walk_kinds(statement, cst.IfExp)):
        return True
    if function is None:
        return False
    zeros = module.remembered((_zeros, id(function)), lambda: _zeros(function, module))
    return mentions(statement, *zeros)


def _zeros(function: cst.FunctionDef, module: Module) -> frozenset[str]:
    """The names of a function that are 0 by a test of the flag."""
    return frozenset(
        target.target.value
        for node in walk_same_function(function.body, cst.Assign)
        if _chooses_zero(node.value) or _is_zero_by_test(node)
        for target in node.targets
        if isinstance(target.target, cst.Name)
    )


def _chooses_zero(value: cst.BaseExpression) -> bool:
    return (
        isinstance(value, cst.IfExp)
        and _asks(value.test)
        and (literal(value.body) == 0 or literal(value.orelse) == 0)
    )


def _is_zero_by_test(assign: cst.Assign) -> bool:
    if literal(assign.value) != 0:
        return False
    return any(_asks(each.test) for each in around(assign, cst.If))


def _asks(test: cst.BaseExpression) -> bool:
    return any(names_flag(node.value) for node in walk_kinds(test, cst.Name))
