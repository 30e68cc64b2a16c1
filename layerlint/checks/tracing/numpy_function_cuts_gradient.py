"""LL306: `tf.numpy_function` stands between trained weights and the output."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.checks.traced_code import nodes_of, traced
from layerlint.findings import Context, Finding
from layerlint.model.calls import bind, is_name
from layerlint.model.walk import walk

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module
    from layerlint.model.values import Entered

_FUNCTIONS = frozenset({"numpy_function", "compat.v1.py_func", "py_func"})
_FLOATS = frozenset({"float16", "bfloat16", "float32", "float64"})
_STOPS = frozenset({"stop_gradient", "argmax", "argmin", "custom_gradient"})


def check(layer: LayerClass, context: Context) -> Iterator[Finding]:
    """Report calls whose input is trained by nothing else, and whose float result goes on."""
    for function in traced(layer):
        module = function.module
        for node in nodes_of(function):
            if not isinstance(node, cst.Call) or module.tf(node.func) not in _FUNCTIONS:
                continue
            bound = bind(node, ("func", "inp", "Tout"))
            if "inp" not in bound or not _is_float(bound.get("Tout"), module):
                continue
            fact = layer.values.of(bound["inp"])
            parts = fact.items or ((fact.item,) if fact.item is not None else ())
            trained = next((part.trained for part in parts if part.trained), None)
            if trained is None or _stopped(function) or not _goes_on(node, function):
                continue
            fields = {"function": module.source(node.func), "trained": f"self.{trained}"}
            yield Finding(node, fields=fields, module=module)


def _is_float(dtype: cst.BaseExpression | None, module: Module) -> bool:
    if dtype is None:
        return False
    return any(
        isinstance(node, cst.Attribute) and node.attr.value in _FLOATS for node in walk(dtype)
    )


def _stopped(function: Entered) -> bool:
    """Whether the function says itself that it wants no gradient, or which one."""
    return any(
        isinstance(node, cst.Attribute) and node.attr.value in _STOPS
        for node in walk(function.node)
    )


def _goes_on(call: cst.Call, function: Entered) -> bool:
    """Whether the result is used: returned, or given a name that is read."""
    module = function.module
    statement = next(
        found for found in module.ancestors(call) if isinstance(found, cst.BaseSmallStatement)
    )
    if not isinstance(statement, cst.Assign):
        return isinstance(statement, cst.Return)
    names = [target.target for target in statement.targets]
    return any(
        isinstance(node, cst.Name)
        and node not in names
        and any(isinstance(name, cst.Name) and is_name(node, name.value) for name in names)
        for node in nodes_of(function)
    )
