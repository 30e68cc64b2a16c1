"""Functions of a module that `compile` is given, as metrics or as the loss."""

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
                for name in _names(metrics, call, module):
                    function = module.function_defs.get(name.value)
                    if function is not None and _takes_two(function):
                        yield name, function


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


def _names(
    metrics: cst.BaseExpression | None, use: cst.CSTNode, module: Module
) -> Iterator[cst.Name]:
    if isinstance(metrics, cst.Name) and metrics.value not in module.function_defs:
        metrics = value_at(metrics, use, module)
    match metrics:
        case cst.Name():
            yield metrics
        case cst.List(elements=elements) | cst.Tuple(elements=elements):
            for element in elements:
                if isinstance(element.value, cst.Name):
                    yield element.value
        case cst.Dict(elements=pairs):
            for pair in pairs:
                if isinstance(pair, cst.DictElement):
                    yield from _names(pair.value, use, module)


def _takes_two(function: cst.FunctionDef) -> bool:
    needed = [each for each in parameters_of(function.params) if each.default is None]
    return len(needed) == 2
