"""Lengths of columns of a batch, where a loss means the length of each sample."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.operations import SUMS
from layerlint.model.methods import names_taken
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.metric_functions import loss_functions
from layerlint.queries.straight_values import expression_behind, value_at
from layerlint.queries.whole_means import squared
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, keyword, literal, positional
from layerlint.syntax.walk import walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module


def lengths_of_columns(module: Module) -> Iterator[tuple[cst.Call, str]]:
    """Where losses take the length of a difference along the samples, and their names."""
    functions = {each: each.name.value for each in loss_functions(module)}
    for found in keras_objects(module):
        method = found.methods.get("call")
        if found.kind == "loss" and method is not None and method.module is module:
            functions[method.node] = found.name
    for function, name in functions.items():
        compared = [each for each in names_taken(function) if each != "self"][:2]
        for call in walk_same_function(function.body, cst.Call):
            of = _measured(call, module)
            if of is not None and _is_difference(of, compared, module):
                yield call, name


def _measured(call: cst.Call, module: Module) -> cst.BaseExpression | None:
    """The `x` of `sqrt(sum(x ** 2, axis=0))` or of `norm(x, axis=0)`."""
    name = module.operation(call) or (module.tf(call.func) or "").removeprefix("linalg.")
    given = positional(call)
    if name == "norm":
        along = keyword(call, "axis")
        return given[0].value if given and along is not None and literal(along) == 0 else None
    if name != "sqrt" or not given:
        return None
    total = _without_bound(given[0].value, call, module)
    if not isinstance(total, cst.Call) or module.operation(total) not in SUMS:
        return None
    axis = bind(total, ("x", "axis")).get("axis")
    summed = positional(total)
    if axis is None or literal(axis) != 0 or not summed:
        return None
    square = expression_behind(summed[0].value, total, module)
    if isinstance(square, cst.Call) and module.operation(square) == "squared_difference":
        return square
    return squared(square, module)


def _without_bound(
    node: cst.BaseExpression, use: cst.CSTNode, module: Module
) -> cst.BaseExpression:
    """What stands in `maximum(x, epsilon)` or `x + epsilon`."""
    value = expression_behind(node, use, module)
    match value:
        case cst.BinaryOperation(left=left, operator=cst.Add()):
            return expression_behind(left, value, module)
        case cst.Call(args=[first, _]) if module.operation(value) == "maximum":
            return expression_behind(first.value, value, module)
    return value


def _is_difference(node: cst.BaseExpression, compared: list[str], module: Module) -> bool:
    """Whether it is that of the targets and the predictions, both as Keras passes them."""
    value = expression_behind(node, node, module)
    match value:
        case cst.BinaryOperation(left=left, operator=cst.Subtract(), right=right):
            pass
        case cst.Call(args=[cst.Arg(value=left), cst.Arg(value=right)]):
            if module.operation(value) not in ("subtract", "squared_difference"):
                return False
        case _:
            return False
    names = [each.value for each in (left, right) if isinstance(each, cst.Name)]
    return (
        len(compared) == 2
        and sorted(names) == sorted(compared)
        and all(value_at(each, value, module) is None for each in (left, right))
    )
