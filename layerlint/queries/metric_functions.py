"""What `compile` is given: functions of the module, as metrics or as the loss, and metrics."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind
from layerlint.syntax.walk import walk_kinds


def metric_functions(module: Module) -> Iterator[tuple[cst.Name, cst.FunctionDef]]:
    """The functions of two arguments that are metrics, each with where `compile` is given it."""
    for call in walk_kinds(module.tree, cst.Call):
        match call.func:
            case cst.Attribute(attr=cst.Name("compile")):
                metrics = bind(call, ("optimizer", "loss", "metrics")).get("metrics")
                for name in given_metrics(metrics, call, module):
                    function = isinstance(name, cst.Name) and module.function_defs.get(name.value)
                    if isinstance(name, cst.Name) and function and _takes_two(function):
                        yield name, function


def given_metrics(
    metrics: cst.BaseExpression | None, use: cst.CSTNode, module: Module
) -> Iterator[cst.BaseExpression]:
    """Each metric that is given at `use`, alone, in a list or by the name of an output."""
    value = metrics
    if isinstance(metrics, cst.Name) and metrics.value not in module.function_defs:
        value = value_at(metrics, use, module)
    match value:
        case cst.List(elements=parts) | cst.Tuple(elements=parts) | cst.Dict(elements=parts):
            for part in parts:
                yield from given_metrics(part.value, use if value is metrics else value, module)
        case None:
            return
        case _:
            yield value


def compared_functions(module: Module) -> Iterator[cst.FunctionDef]:
    """The functions that are the loss or a metric of a model, as often as one is given them."""
    for call in walk_kinds(module.tree, cst.Call):
        match call.func:
            case cst.Attribute(attr=cst.Name("compile")):
                loss = bind(call, ("optimizer", "loss")).get("loss")
                if isinstance(loss, cst.Name) and loss.value in module.function_defs:
                    yield module.function_defs[loss.value]
    for _, function in metric_functions(module):
        yield function


def is_loss(name: str, module: Module) -> bool:
    """Whether a function of the module is a loss as well, or is used by one."""
    for node in walk_kinds(module.tree, cst.Arg, cst.FunctionDef):
        match node:
            case cst.Arg(keyword=cst.Name("loss" | "losses"), value=value):
                if _mentions(value, name):
                    return True
            case cst.FunctionDef(name=cst.Name(value=other)) if "loss" in other.lower():
                if other == name or _mentions(node.body, name):
                    return True
    return any(
        isinstance(call.func, cst.Attribute)
        and call.func.attr.value == "compile"
        and "loss" in (given := bind(call, ("optimizer", "loss")))
        and _mentions(given["loss"], name)
        for call in walk_kinds(module.tree, cst.Call)
    )


def _mentions(node: cst.CSTNode, name: str) -> bool:
    return any(each.value == name for each in walk_kinds(node, cst.Name))


def _takes_two(function: cst.FunctionDef) -> bool:
    needed = [each for each in parameters_of(function.params) if each.default is None]
    return len(needed) == 2
