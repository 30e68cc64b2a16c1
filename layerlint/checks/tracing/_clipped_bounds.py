"""Predictions that a loss clips by a bound that float32 does not tell from 1."""

from __future__ import annotations

import struct

from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.queries.called_functions import arguments, callers
from layerlint.queries.written_values import written_value
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, bind, literal, names_assigned_to
from layerlint.syntax.walk import walk_same_function

_CLIPS = frozenset({"clip", "clip_by_value"})
_ARGUMENTS = ("x", "low", "high")
_HIGHEST = ("clip_value_max", "max_value", "x_max")


def highest(
    value: cst.BaseExpression, function: cst.FunctionDef, module: Module
) -> cst.BaseExpression | None:
    """The bound that a value is clipped by, if that is 1 in float32 and all that happens to it."""
    if not isinstance(value, cst.Name):
        return bound_of(value, module)
    name = value.value
    given = [
        node.value
        for node in walk_same_function(function.body, cst.Assign)
        if any(module.source(target.target) == name for target in node.targets)
    ]
    if len(given) != 1:
        return None
    return bound_of(given[0], module)


def bound_of(value: cst.BaseExpression, module: Module) -> cst.BaseExpression | None:
    """The upper bound of `clip(p, eps, 1 - eps)`, where it rounds to 1."""
    if not isinstance(value, cst.Call) or module.operation(value) not in _CLIPS:
        return None
    told = bind(value, _ARGUMENTS)
    bound = told.get("high") or next((told[name] for name in _HIGHEST if name in told), None)
    number = _number(bound, module) if bound is not None else None
    return bound if number is not None and _as_float32(number) >= 1 else None


def _number(node: cst.BaseExpression, module: Module) -> float | None:
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Subtract):
        left, right = _number(node.left, module), _number(node.right, module)
        return left - right if left is not None and right is not None else None
    value = written_value(node, module)
    if value is NOT_LITERAL and isinstance(node, cst.Name):
        value = _default(node, module)
    return float(value) if isinstance(value, (int, float)) else None


def _default(name: cst.Name, module: Module) -> object:
    """The default of a parameter of a function around, which nobody in the module gives."""
    scope = module.scope_of(name, name.value)
    if not isinstance(scope, cst.FunctionDef):
        return NOT_LITERAL
    if name.value in module.facts(scope.body, names_assigned_to):
        return NOT_LITERAL
    if any(name.value in arguments(call, scope, module) for call in callers(scope, module)):
        return NOT_LITERAL
    found = [each.default for each in parameters_of(scope.params) if each.name == name.value]
    return literal(found[0]) if found and found[0] is not None else NOT_LITERAL


def _as_float32(number: float) -> float:
    rounded: float = struct.unpack("f", struct.pack("f", number))[0]
    return rounded
