"""Losses of a module that lose the weights of the samples.

Those that return one number for a batch, in models that are fitted with weights, and those that
wait for the weights in a parameter of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.training._batch_values import is_of_batch
from layerlint.findings import Finding
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.metric_functions import compared_functions
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, keyword
from layerlint.syntax.walk import walk_kinds


def lost_in_loss(module: Module, arguments: tuple[str, ...]) -> Iterator[Finding]:
    """Report the loss that `compile` is given where `fit` of that model is given weights."""
    weighted = dict(_weighted(module, arguments))
    for call in walk_kinds(module.tree, cst.Call) if weighted else ():
        match call.func:
            case cst.Attribute(value=model, attr=cst.Name("compile")):
                weight = weighted.get(module.source(model))
                loss = bind(call, ("optimizer", "loss")).get("loss")
                function = _function(loss, module) if weight is not None else None
                if loss is not None and function is not None and is_of_batch(function, module):
                    fields = {"loss": module.source(loss), "argument": weight}
                    yield Finding(loss, "loss", fields)


def _function(loss: cst.BaseExpression | None, module: Module) -> cst.FunctionDef | None:
    """The function of the module that a loss is, or the `call` of the class it is made of."""
    match loss:
        case cst.Name(value=name):
            return module.function_defs.get(name)
        case cst.Call(func=cst.Name(value=name)):
            for found in keras_objects(module):
                method = found.methods.get("call")
                if found.kind == "loss" and found.name == name and method is not None:
                    return method.node
    return None


def never_weighted(module: Module, name: str) -> Iterator[Finding]:
    """Report the parameter `name` of what `compile` is given, which Keras never fills.

    Unless the module calls the function itself, and may fill it.
    """
    told: set[int] = set()
    for function in compared_functions(module):
        third = next((p for p in parameters_of(function.params) if p.name == name), None)
        if third is None or third.default is None or id(function) in told:
            continue
        told.add(id(function))
        own = function.name.value
        calls = (call.func for call in walk_kinds(module.tree, cst.Call))
        if not any(is_name(called, own) for called in calls):
            yield Finding(third.node, "parameter", {"function": own, "argument": name})


def _weighted(module: Module, arguments: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The models whose `fit` is given weights, each with the argument that holds them."""
    for call in walk_kinds(module.tree, cst.Call):
        match call.func:
            case cst.Attribute(value=model, attr=cst.Name("fit")):
                for name in arguments:
                    given = keyword(call, name)
                    if given is not None and not is_name(given.value, "None"):
                        yield module.source(model), name
