"""Losses and metrics of a module that ask for the values of what they compare."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.tracing._numpy_counterparts import counterpart
from layerlint.facts.numpy import WITHOUT_VALUES
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.queries.metric_functions import compared_functions, compared_names
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_same_function

# What runs a function on values: a model that is not traced, or TensorFlow's call of Python.
EAGER = ("run_eagerly", "run_functions_eagerly", "py_function", "numpy_function", "py_func")


def converted_in_losses(module: Module, packages: tuple[str, ...]) -> Iterator[Finding]:
    """Report the first conversion in each function that `compile` is given in the module."""
    if any(map(module.says, EAGER)):
        return
    told: set[int] = set()
    for function in compared_functions(module):
        if id(function) in told or function.decorators:
            continue
        told.add(id(function))
        finding = next(_conversions(function, module, packages), None)
        if finding is not None:
            yield finding


def _conversions(
    function: cst.FunctionDef, module: Module, packages: tuple[str, ...]
) -> Iterator[Finding]:
    compared = compared_names(function, module)
    for call in walk_same_function(function.body, cst.Call):
        fields = {"path": function.name.value}
        match call.func:
            case cst.Attribute(value=cst.Name(value=owner), attr=cst.Name("numpy")):
                if owner in compared and not call.args:
                    fields = {**fields, "tensor": owner, "function": "numpy"}
                    yield Finding(call, "method", fields)
        name = module.resolve(call.func) or ""
        if not name.startswith(("numpy.", *packages)) or name.startswith("numpy.random."):
            continue
        if name.rpartition(".")[2] in WITHOUT_VALUES:
            continue
        for item in call.args:
            if isinstance(item.value, cst.Name) and item.value.value in compared:
                source = module.source(call.func)
                fields = {**fields, "tensor": item.value.value, "function": source}
                fix = counterpart(call, name, module) if name.startswith("numpy.") else None
                yield Finding(call, "numpy", fields, fix=fix)
                break
