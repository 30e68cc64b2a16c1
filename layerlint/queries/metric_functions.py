"""What `compile` is given: functions of the module, as metrics or as the loss, and metrics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from layerlint.model.assignments import assigned, values_of
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.queries.called_functions import called, calls_on, function_named, made_by
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, names_assigned_to
from layerlint.syntax.walk import mentions, walk_kinds

# So many names lead from what `compile` is given to a function.
_DEPTH = 2


def compiled_with(call: cst.Call) -> dict[str, cst.BaseExpression]:
    """What a call of `compile` is given, `optimizer`, `loss` and `metrics` also by position."""
    return bind(call, ("optimizer", "loss", "metrics"))


def metric_functions(module: Module) -> Iterator[tuple[cst.Name | cst.Call, cst.FunctionDef]]:
    """The functions of two arguments that are metrics, each with where `compile` is given it.

    That may be a call of a function that makes it: `metrics=[f_score(2.0)]`.
    """
    for call, _ in calls_on("compile", module):
        metrics = compiled_with(call).get("metrics")
        for name in given_for_outputs(metrics, call, module):
            function = None
            if isinstance(name, cst.Name):
                function = function_named(name, module)
            elif isinstance(name, cst.Call) and (maker := called(name, module)) is not None:
                function = module.facts(maker, made_by)
            if isinstance(name, (cst.Name, cst.Call)) and _takes_two(function):
                yield name, function


def given_for_outputs(
    metrics: cst.BaseExpression | None, use: cst.CSTNode, module: Module
) -> Iterator[cst.BaseExpression]:
    """Each metric or loss given at `use`, alone, in a list or by the name of an output."""
    value = metrics
    if isinstance(metrics, cst.Name) and function_named(metrics, module) is None:
        value = value_at(metrics, use, module)
    match value:
        case cst.List(elements=parts) | cst.Tuple(elements=parts) | cst.Dict(elements=parts):
            for part in parts:
                yield from given_for_outputs(part.value, use if value is metrics else value, module)
        case None:
            return
        case _:
            yield value


def compared_functions(module: Module) -> Iterator[cst.FunctionDef]:
    """The functions that are the loss or a metric of a model, each once."""
    losses = (each for each in loss_functions(module) if not _is_method(each))
    yield from dict.fromkeys((*losses, *(function for _, function in metric_functions(module))))


def compared_names(function: cst.FunctionDef, module: Module) -> frozenset[str]:
    """The targets and predictions, as long as they are what Keras passes or a cast of that."""
    names = {each.name for each in parameters_of(function.params) if each.default is None}
    for name in names & names_assigned_to(function.body):
        given = values_of(name, assigned(function.body, module))
        if not given or not all(_is_cast(value, name, module) for value in given):
            names.discard(name)
    return frozenset(names - {"self"})


def _is_cast(value: cst.BaseExpression, name: str, module: Module) -> bool:
    match value:
        case cst.Call(func=function, args=[cst.Arg(value=cst.Name(value=cast)), *_]):
            known = module.tensor_function(function)
            return cast == name and known is not None and known.role in ("cast", "create")
    return False


def loss_functions(module: Module) -> Iterator[cst.FunctionDef]:
    """The functions and methods that `compile` is given as losses, and those made by others."""
    for call, _ in calls_on("compile", module):
        loss = compiled_with(call).get("loss")
        if loss is not None:
            yield from _functions(loss, call, module, _DEPTH)


def _functions(
    loss: cst.BaseExpression, use: cst.CSTNode, module: Module, depth: int
) -> Iterator[cst.FunctionDef]:
    """What `compile` computes: a function, one for each output, or what `focal(2.0)` returns."""
    match loss:
        case cst.Name() | cst.Attribute():
            function = function_named(loss, module)
            value = value_at(loss, use, module) if function is None and depth else None
            if function is not None:
                yield function
            elif value is not None:
                yield from _functions(value, value, module, depth - 1)
        case cst.List(elements=parts) | cst.Tuple(elements=parts) | cst.Dict(elements=parts):
            for part in parts:
                yield from _functions(part.value, use, module, depth)
        case cst.Call():
            maker = called(loss, module)
            made = module.facts(maker, made_by) if maker is not None else None
            if made is not None:
                yield made


def _is_method(function: cst.FunctionDef) -> bool:
    return [each.name for each in parameters_of(function.params)][:1] == ["self"]


def is_loss(name: str, module: Module) -> bool:
    """Whether a function of the module is a loss as well, or is used by one."""
    for node in walk_kinds(module.tree, cst.Arg, cst.FunctionDef):
        match node:
            case cst.Arg(keyword=cst.Name("loss" | "losses"), value=value):
                if mentions(value, name):
                    return True
            case cst.FunctionDef(name=cst.Name(value=other)) if "loss" in other.lower():
                if other == name or mentions(node.body, name):
                    return True
    given = (compiled_with(call).get("loss") for call, _ in calls_on("compile", module))
    if any(loss is not None and mentions(loss, name) for loss in given):
        return True
    return any(mentions(loss.body, name) for loss in loss_functions(module))


def _takes_two(function: cst.FunctionDef | None) -> TypeGuard[cst.FunctionDef]:
    if function is None:
        return False
    needed = [each for each in parameters_of(function.params) if each.default is None]
    return len(needed) == 2
