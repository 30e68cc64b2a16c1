"""LL139: a metric takes for a class what is a probability."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.checks.training._classes_counted import classes_counted
from layerlint.declaration import check
from layerlint.facts.losses import COMPARE_EXACTLY
from layerlint.findings import Finding
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.keras_objects import keras_objects
from layerlint.queries.metric_functions import metric_functions
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, literal
from layerlint.syntax.walk import mentions, walk_kinds, walk_same_function

NEEDS = AllOf(
    Text("etric"),
    Text("keras"),
    AnyOf(AllOf("cast", "bool"), Text("IoU"), AnyOf(*COMPARE_EXACTLY)),
)

# What a metric that compares calls one of the two; one of other values has other names for them.
_COMPARES = re.compile(r"true|truth|label|target|pred|prob|logit|output|hat")


@check(Module, needs=NEEDS)
def prediction_as_class(module: Module) -> Iterator[Finding]:
    """Report predictions cast to booleans, and metrics of classes over probabilities."""
    told: set[int] = set()
    for function, names in _compared(module):
        if id(function) not in told and len(names) > 1 and not _is_rebound(names[1], function):
            told.add(id(function))
            yield from _casts(names[1], function, module)
    yield from classes_counted(module)


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
