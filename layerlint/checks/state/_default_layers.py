"""Layers that are the default of a function's parameter: all calls that pass no other get one."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.facts.layers import owns_weights
from layerlint.findings import Finding
from layerlint.model.methods import parameters_of
from layerlint.model.module import Module
from layerlint.queries.called_functions import arguments, callers
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, names_assigned_to
from layerlint.syntax.walk import innermost, walk_kinds


def defaults_of_functions(module: Module) -> Iterator[Finding]:
    """Report such a layer with weights, where more than one call makes use of it."""
    for function in module.function_defs.values():
        for parameter in parameters_of(function.params):
            made = parameter.default
            name = module.keras(made.func) if isinstance(made, cst.Call) else None
            if made is None or name is None or not owns_weights(name):
                continue
            if _is_run(parameter.name, function) and _is_shared(parameter.name, function, module):
                kind = name.rpartition(".")[2]
                fields = {"attribute": parameter.name, "kind": kind}
                yield Finding(made, "called", {**fields, "function": function.name.value})


def _is_run(name: str, function: cst.FunctionDef) -> bool:
    """Whether the function calls the argument itself."""
    calls = walk_kinds(function.body, cst.Call)
    return name not in names_assigned_to(function.body) and any(
        is_name(call.func, name) for call in calls
    )


def _is_shared(name: str, function: cst.FunctionDef, module: Module) -> bool:
    """Whether the default stands in for two calls, or for one in a loop."""
    without = [
        call
        for call in callers(function, module)
        if name not in arguments(call, function, module)
        and not any(each.star for each in call.args)
    ]
    return len(without) > 1 or any(map(_in_loop, without))


def _in_loop(call: cst.Call) -> bool:
    found = innermost(call, cst.For, cst.FunctionDef, cst.ListComp)
    return isinstance(found, (cst.For, cst.ListComp))
