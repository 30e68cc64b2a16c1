"""LL139: a metric takes for a class what is a probability."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from layerlint.checks.training._model_ends import end_of_model, end_of_run
from layerlint.declaration import check
from layerlint.facts.losses import COMPARE_EXACTLY, COUNT_CLASSES, NOT_WHOLE, PROBABILITIES
from layerlint.findings import Finding
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.metric_functions import compiled_with, given_for_outputs, metric_functions
from layerlint.queries.straight_values import expression_behind, value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, is_name, keyword, last_part, literal
from layerlint.syntax.walk import mentions, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.checks.training._model_ends import End

NEEDS = AllOf(
    Text("etric"),
    Text("keras"),
    AnyOf(AllOf("cast", AnyOf("bool", Text("int"))), Text("IoU"), AnyOf(*COMPARE_EXACTLY)),
)
_WHOLE = frozenset({"int8", "int16", "int32", "int64", "uint8"})
# What a metric that compares calls one of the two; one of other values has other names for them.
_COMPARES = re.compile(r"true|truth|label|target|pred|prob|logit|output|hat")


@check(Module, needs=NEEDS)
def prediction_as_class(module: Module) -> Iterator[Finding]:
    """Report predictions cast to booleans, and metrics of classes over probabilities."""
    for function, names in _compared(module):
        if len(names) > 1 and not _is_rebound(names[1], function):
            yield from _casts(names[1], function, module)
    yield from _classes_counted(module)


def _compared(module: Module) -> Iterator[tuple[cst.FunctionDef, list[str]]]:
    """The functions that compare, each with the names of the targets and the predictions."""
    for found in keras_objects(module):
        method = found.methods.get("update_state") if found.kind == "metric" else None
        names = [each.name for each in method.positional] if method is not None else []
        if method is not None and any(map(_COMPARES.search, names[:2])):
            yield method.node, names
    for _, function in metric_functions(module):
        yield function, [each.name for each in parameters_of(function.params)]


def _is_rebound(name: str, function: cst.FunctionDef) -> bool:
    """Whether the predictions become something else: classes, by a threshold of their own."""
    return any(
        mentions(node, name)
        for node in walk_kinds(function.body, cst.AssignTarget)
        if not _is_cast_of(name, node, function)
    )


def _is_cast_of(name: str, target: cst.AssignTarget, function: cst.FunctionDef) -> bool:
    """Whether the name is bound to the result of a call on itself and nothing else."""
    for node in walk_kinds(function.body, cst.Assign):
        if any(each is target for each in node.targets):
            call = node.value
            return isinstance(call, cst.Call) and is_name(_first(call), name)
    return False


def _first(call: cst.Call) -> cst.BaseExpression | None:
    return call.args[0].value if call.args else None


def _casts(name: str, function: cst.FunctionDef, module: Module) -> Iterator[Finding]:
    before: list[cst.Call] = []
    for call in walk_same_function(function.body, cst.Call):
        if not is_name(_first(call), name):
            continue
        known = module.tensor_function(call.func)
        if known is None or known.role != "cast":
            before.append(call)
            continue
        dtype = bind(call, ("x", "dtype")).get("dtype")
        to_bool = dtype is not None and (
            literal(dtype) == "bool" or (module.tf(dtype) or "") == "bool" or is_name(dtype, "bool")
        )
        if to_bool and not before:
            yield Finding(call, fields={"cast": module.source(call), "prediction": name})
            return


def _classes_counted(module: Module) -> Iterator[Finding]:
    """Report `compile(metrics=[MeanIoU(2)])`, and `Accuracy` that a loop feeds by itself."""
    for call in walk_kinds(module.tree, cst.Call):
        match call.func:
            case cst.Attribute(value=model, attr=cst.Name("compile")):
                metrics = compiled_with(call).get("metrics")
                given = given_for_outputs(metrics, call, module)
                calls = [each for each in given if isinstance(each, cst.Call)]
                made = [each for each in calls if _kind(each, module)]
                whole = list(_whole_numbers(calls, module))
                end = end_of_model(model, call, module) if made or whole else None
                for metric in made:
                    yield from _misfit(metric, metric, end, module)
                if end is not None and end.activation in PROBABILITIES:
                    yield from whole
            case cst.Attribute(value=metric, attr=cst.Name("update_state")):
                yield from _fed(metric, call, module)
            case cst.Name() | cst.Attribute():
                yield from _fed(call.func, call, module)


def _whole_numbers(given: Iterable[cst.Call], module: Module) -> Iterator[Finding]:
    """What is wrong with metrics of the module that cast predictions to whole numbers.

    They cast them as they are, which is right for classes, and 0 for nearly every probability.
    """
    names = {called_name(each.func) for each in given}
    for found in keras_objects(module) if names else ():
        method = found.methods.get("update_state") if found.kind == "metric" else None
        if found.name not in names or method is None or len(method.positional) < 2:
            continue
        name = method.positional[1].name
        for call in walk_same_function(method.node.body, cst.Call):
            if is_name(_first(call), name) and not _is_rebound(name, method.node):
                if _is_whole(bind(call, ("x", "dtype")).get("dtype"), call, module):
                    fields = {"cast": module.source(call), "prediction": name}
                    yield Finding(call, "whole", fields)
                break


def _is_whole(dtype: cst.BaseExpression | None, call: cst.Call, module: Module) -> bool:
    known = module.tensor_function(call.func)
    if known is None or known.role != "cast" or dtype is None:
        return False
    said = literal(dtype)
    return (said if isinstance(said, str) else module.tf(dtype)) in _WHOLE


def _kind(made: cst.Call, module: Module) -> str:
    """What a call makes, if it is a metric that takes classes: `MeanIoU`."""
    name = module.keras(made.func) or ""
    if module.makes(made) != "metric" or keyword(made, "sparse_y_pred") is not None:
        return ""
    known = last_part(name) in COUNT_CLASSES | COMPARE_EXACTLY
    return last_part(name) if known and not any(each.star for each in made.args) else ""


def _fed(metric: cst.BaseExpression, call: cst.Call, module: Module) -> Iterator[Finding]:
    """A call that gives a metric predictions as they are: `accuracy.update_state(y, model(x))`."""
    given = bind(call, ("y_true", "y_pred")).get("y_pred")
    made = value_at(metric, call, module) if given is not None else None
    if given is None or not isinstance(made, cst.Call) or not _kind(made, module):
        return
    run = expression_behind(given, call, module)
    if isinstance(run, cst.Call):
        yield from _misfit(call, made, end_of_run(run, module), module)


def _misfit(place: cst.Call, made: cst.Call, end: End | None, module: Module) -> Iterator[Finding]:
    name = _kind(made, module)
    if end is not None and end.activation in (
        NOT_WHOLE if name in COMPARE_EXACTLY else PROBABILITIES
    ):
        message = "equal" if name in COMPARE_EXACTLY else "classes"
        yield Finding(place, message, {"metric": name, "layer": end.label})
