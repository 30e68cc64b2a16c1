"""LL316: `squeeze` without an axis takes the batch away where that is one sample."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.operations import BY_VALUE
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.methods import names_taken
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members
from layerlint.queries.keras_objects import HAS_OBJECTS, keras_objects
from layerlint.queries.lambda_functions import has_samples, lambda_functions
from layerlint.queries.metric_functions import compared_functions
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name
from layerlint.syntax.walk import walk_kinds, walk_same_function

# What keeps a number in a weight or a metric.
_WRITES = frozenset({"assign", "assign_add", "update_state"})
_METHODS = {"loss": "call", "metric": "update_state"}
NEEDS = AllOf(Members("squeeze"), AnyOf(HoldsLayer(), HAS_OBJECTS, "Lambda", Members("compile")))


@check(LayerClass, Module, needs=NEEDS)
def squeeze_of_batch(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report it on what has the axis of the batch: in `call`, in losses and in metrics."""
    if isinstance(subject, LayerClass):
        yield from _in_layer(subject)
        return
    yield from _in_lambdas(subject)
    for function in _compared(subject):
        if _makes_one_number(function, subject):
            continue
        names = set(names_taken(function))
        for call in walk_same_function(function.body, cst.Call):
            given = _squeezed(call, subject)
            if not isinstance(given, cst.Name) or given.value not in names:
                continue
            if not _is_rebound(given.value, call, function):
                yield _finding(call, given, subject)


def _in_layer(layer: LayerClass) -> Iterator[Finding]:
    for function in traced(layer):
        for call in nodes_of(function, cst.Call):
            if not isinstance(call, cst.Call):
                continue
            given = _squeezed(call, function.module)
            fact = layer.values.of(given) if given is not None else None
            # One of several inputs may be a number for the whole batch.
            if given is not None and fact is not None and fact.batch and fact.is_tensor:
                yield _finding(call, given, function.module)


def _in_lambdas(module: Module) -> Iterator[Finding]:
    """In the functions of `Lambda` layers, and where such a layer runs nothing else."""
    for each in lambda_functions(module):
        if each.code is None:
            function = module.tensor_function(each.given)
            if function is not None and function.name == "squeeze":
                fields = {"code": short(module, each.given), "tensor": "its input"}
                yield Finding(each.given, fields=fields)
            continue
        for call in walk_same_function(each.code.body, cst.Call):
            given = _squeezed(call, module)
            if given is not None and has_samples(given, each.code, module):
                yield _finding(call, given, module)


def _compared(module: Module) -> Iterator[cst.FunctionDef]:
    for found in keras_objects(module):
        method = found.methods.get(_METHODS.get(found.kind, ""))
        if method is not None:
            yield method.node
    yield from compared_functions(module)


def _makes_one_number(function: cst.FunctionDef, module: Module) -> bool:
    """Whether all that comes of a function is one number for the batch, made value by value.

    Then a batch of one sample gives what it would give with its axes.
    """
    if any(walk_same_function(function.body, cst.Subscript)):
        return False
    calls = list(walk_same_function(function.body, cst.Call))
    ends = [
        call.args[0].value
        for call in calls
        if isinstance(call.func, cst.Attribute) and call.func.attr.value in _WRITES and call.args
    ]
    ends += [node.value for node in walk_same_function(function.body, cst.Return) if node.value]
    return (
        bool(ends)
        and all(isinstance(end, cst.Call) and _is_whole(end, module) for end in ends)
        and all(_is_by_value(call, module) for call in calls)
    )


def _is_whole(call: cst.Call, module: Module) -> bool:
    """Whether a call adds up, or takes the mean of, all that it is given."""
    known = module.tensor_function(call.func)
    return known is not None and known.role == "reduction" and len(call.args) == 1


def _is_by_value(call: cst.Call, module: Module) -> bool:
    """Whether a call goes from value to value, or makes one number of all, or keeps that."""
    known = module.tensor_function(call.func)
    if known is None:
        return isinstance(call.func, cst.Attribute) and call.func.attr.value in _WRITES
    return known.name in BY_VALUE or known.name in ("squeeze", "cast") or _is_whole(call, module)


def _squeezed(call: cst.Call, module: Module) -> cst.BaseExpression | None:
    """What is squeezed along every axis of one."""
    if len(call.args) != 1 or call.args[0].star:
        return None
    return call.args[0].value if module.operation(call) == "squeeze" else None


def _is_rebound(name: str, use: cst.Call, function: cst.FunctionDef) -> bool:
    """Whether the name is given something else, other than what the call itself gives it."""
    return any(
        is_name(part, name)
        for node in walk_kinds(function.body, cst.Assign)
        if not any(inner is use for inner in walk_kinds(node.value, cst.Call))
        for target in node.targets
        for part in walk_kinds(target, cst.Name)
    )


def _finding(call: cst.Call, given: cst.BaseExpression, module: Module) -> Finding:
    fields = {"code": short(module, call), "tensor": short(module, given)}
    return Finding(call, fields=fields, module=module)
