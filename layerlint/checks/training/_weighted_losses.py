"""Losses of a module that lose the weights of the samples.

Those that return one number for a batch, in models that are fitted with weights, and those that
wait for the weights in a parameter of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.training._batch_values import is_of_batch
from layerlint.findings import Finding
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.metric_functions import compared_functions
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, keyword
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method


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
    for function in compared_functions(module):
        third = next((p for p in parameters_of(function.params) if p.name == name), None)
        if third is None or third.default is None:
            continue
        own = function.name.value
        calls = (call.func for call in walk_kinds(module.tree, cst.Call))
        if not any(is_name(called, own) for called in calls):
            yield Finding(third.node, "parameter", {"function": own, "argument": name})


def refused_by_step(module: Module, arguments: tuple[str, ...]) -> Iterator[Finding]:
    """Report `x, y = data` in the step of a model whose `fit` is given weights, a third thing."""
    for call in walk_kinds(module.tree, cst.Call):
        match call.func:
            case cst.Attribute(value=model, attr=cst.Name("fit")):
                given = [name for name in arguments if _is_given(call, name)]
                made = value_at(model, call, module) if given else None
                layer = module.find_layer(made.func) if isinstance(made, cst.Call) else None
                step = layer.methods.get("train_step") if layer is not None else None
                pair = _pair(step) if step is not None else None
                if layer is not None and step is not None and pair is not None:
                    fields = {"step": f"{layer.name}.train_step", "argument": given[0]}
                    yield Finding(pair, "pair", fields, module=step.module)
                    return


def _pair(step: Method) -> cst.Assign | None:
    """`x, y = data`, where nothing else is done with the data."""
    data = step.positional[-1].name if step.positional else ""
    uses = [node for node in step.own_nodes(cst.Name) if is_name(node, data)]
    for node in step.own_nodes(cst.Assign):
        match node:
            case cst.Assign(targets=[cst.AssignTarget(target=cst.Tuple(elements=[_, _]))]):
                if is_name(node.value, data) and len(uses) <= 2:
                    return node
    return None


def _is_given(call: cst.Call, name: str) -> bool:
    given = keyword(call, name)
    return given is not None and not is_name(given, "None")


def _weighted(module: Module, arguments: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The models whose `fit` is given weights, each with the argument that holds them."""
    for call in walk_kinds(module.tree, cst.Call):
        match call.func:
            case cst.Attribute(value=model, attr=cst.Name("fit")):
                for name in arguments:
                    if _is_given(call, name):
                        yield module.source(model), name
