"""Models whose `call` computes what they are trained to make small, and gives nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.model.assignments import assigned, values_of
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, literal
from layerlint.syntax.walk import walk_same_function

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method


def returns_objective(layer: LayerClass) -> bool:
    """Whether all that `call` returns is one number: such a model is run to be trained."""
    call = layer.call
    if call is None:
        return False
    values = [node.value for node in walk_same_function(call.node.body, cst.Return)]
    return bool(values) and all(_is_number(value, call, 0) for value in values)


def _is_number(value: cst.CSTNode | None, call: Method, depth: int) -> bool:
    """Whether an expression is certainly reduced to one number, by what its names were given."""
    if depth > 4:
        return False
    match value:
        case cst.Name(value=name):
            given = values_of(name, assigned(call.node.body, call.module))
            return bool(given) and all(_is_number(each, call, depth + 1) for each in given)
        case cst.BinaryOperation(left=left, right=right):
            sides = [each for each in (left, right) if literal(each) is NOT_LITERAL]
            return bool(sides) and all(_is_number(each, call, depth + 1) for each in sides)
        case cst.UnaryOperation(expression=inner):
            return _is_number(inner, call, depth + 1)
        case cst.Call(func=function, args=[first, *rest]):
            known = call.module.tensor_function(function)
            if known is not None and known.role == "reduction":
                return not rest and first.keyword is None
            if known is not None and known.role == "elementwise":
                return _is_number(first.value, call, depth + 1)
    return False
