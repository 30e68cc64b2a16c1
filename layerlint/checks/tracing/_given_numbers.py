"""What kind of number a constructor is given for a parameter wherever a module makes an object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.queries.called_functions import arguments, callers
from layerlint.queries.straight_values import expression_behind
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, literal

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

_DEPTH = 4
_KEEP_INTEGERS = (cst.Add, cst.FloorDivide, cst.Modulo, cst.Multiply, cst.Subtract)


def given_everywhere(parameter: str, constructor: Method) -> type | None:
    """`int` or `float` where each call that is seen gives one of these; None without a call."""
    module = constructor.module
    kinds: set[type | None] = set()
    for call in callers(constructor.node, module):
        value = arguments(call, constructor.node, module).get(parameter)
        kinds.add(_number(value, module, _DEPTH) if value is not None else None)
    return kinds.pop() if len(kinds) == 1 else None


def _number(node: cst.BaseExpression, module: Module, depth: int) -> type | None:
    value = literal(node)
    if value is not NOT_LITERAL:
        known = isinstance(value, (int, float)) and not isinstance(value, bool)
        return type(value) if known else None
    if depth == 0:
        return None
    match expression_behind(node, node, module):
        case cst.Call(func=function):
            made = module.resolve(function)
            if made in ("builtins.len", "builtins.int"):
                return int
            return float if made == "builtins.float" else None
        case cst.BinaryOperation(left=left, operator=operator, right=right):
            kinds = {_number(each, module, depth - 1) for each in (left, right)}
            if None in kinds:
                return None
            if isinstance(operator, cst.Divide):
                return float
            if isinstance(operator, _KEEP_INTEGERS):
                return int if kinds == {int} else float
        case cst.Integer() | cst.Float() | cst.UnaryOperation() as found if found is not node:
            return _number(found, module, depth - 1)
    return None
