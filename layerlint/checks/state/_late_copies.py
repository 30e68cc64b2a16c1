"""Weights that a copy of a model is given only when steps have been counted."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.model.module import Module
from layerlint.queries.called_functions import calls_of
from layerlint.queries.straight_values import comes_first
from layerlint.syntax import cst
from layerlint.syntax.walk import around, is_below, walk_same_function


def is_filled_late(model: cst.CSTNode, module: Module) -> bool:
    """Whether `model.set_weights(...)` waits for a number of steps, which are counted before it.

    Where a method does it that is the class's own, by its name, all who call that have to wait.
    """
    match module.parent(model):
        case cst.Attribute(value=value, attr=cst.Name("set_weights")) as method if value is model:
            call = module.parent(method)
        case _:
            return False
    if not isinstance(call, cst.Call) or call.func is not method:
        return False
    function = module.function(call)
    if function is None or _waits(call, function, module):
        return function is not None
    return module.remembered(
        (_is_called_late, id(function)), lambda: _is_called_late(function, module)
    )


def _is_called_late(function: cst.FunctionDef, module: Module) -> bool:
    """Whether all who call a method wait, and it is named as one for its class alone."""
    name = function.name.value
    calls = calls_of(name, module) if name[:1] == "_" and name[:2] != "__" else []
    inside = [(each, module.function(each)) for each in calls]
    return bool(inside) and all(at is not None and _waits(each, at, module) for each, at in inside)


def _waits(node: cst.CSTNode, function: cst.FunctionDef, module: Module) -> bool:
    """Whether a node stands under a test of a counter that the function has raised before."""
    for test in around(node, cst.If):
        # Where the test holds, not where it does not.
        if is_below(test, function) and is_below(node, test.body):
            raised = [_raised(each, function, module) for each in _counters(test.test, module)]
            if any(each is not None and comes_first(each, test) for each in raised):
                return True
    return False


def _counters(test: cst.BaseExpression, module: Module) -> Iterator[str]:
    """What is counted in `steps % 1000 == 0` and in `steps >= 1000`."""
    match test:
        case cst.Comparison(
            left=cst.BinaryOperation(left=counter, operator=cst.Modulo()),
            comparisons=[cst.ComparisonTarget(operator=cst.Equal())],
        ):
            yield module.source(counter)
        case cst.UnaryOperation(
            operator=cst.Not(), expression=cst.BinaryOperation(left=counter, operator=cst.Modulo())
        ):
            yield module.source(counter)
        case cst.Comparison(
            left=counter,
            comparisons=[
                cst.ComparisonTarget(
                    operator=cst.GreaterThan() | cst.GreaterThanEqual() | cst.Equal()
                )
            ],
        ):
            yield module.source(counter)
        case cst.BooleanOperation(operator=cst.And(), left=left, right=right):
            yield from _counters(left, module)
            yield from _counters(right, module)


def _raised(counter: str, function: cst.FunctionDef, module: Module) -> cst.AugAssign | None:
    """Where the function adds to what it counts by, the first time."""

    def find() -> dict[str, cst.AugAssign]:
        found: dict[str, cst.AugAssign] = {}
        for node in walk_same_function(function.body, cst.AugAssign):
            if isinstance(node.operator, cst.AddAssign):
                found.setdefault(module.source(node.target), node)
        return found

    return module.remembered((_raised, id(function)), find).get(counter)
