"""LL411: a Python value is passed to a layer by position."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.checks.traced_code import eager
from layerlint.findings import Context, Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import insert_before
from layerlint.model.calls import NOT_LITERAL, literal, positional, self_attribute

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.sublayers import Sublayer


def check(layer: LayerClass, context: Context) -> Iterator[Finding]:
    """Report literals among the positional arguments of a sublayer's call."""
    for method in layer.methods.values():
        for node in method.own_nodes():
            if not isinstance(node, cst.Call):
                continue
            name = self_attribute(node.func, method.self_name) if method.self_name else None
            sublayer = layer.sublayers.get(name) if name is not None else None
            if sublayer is None or sublayer.container is not None or not _takes_tensors(sublayer):
                continue
            arguments = positional(node)
            starred = any(argument.star for argument in node.args)
            for index, argument in enumerate(arguments):
                if not _is_python(argument.value):
                    continue
                parameter = _parameter(sublayer, index)
                if parameter == "training":
                    continue
                # What follows a named argument has to be named too.
                last = index == len(arguments) - 1 and not starred
                edits = insert_before(method.module, argument.value, f"{parameter}=")
                yield Finding(
                    argument.value,
                    "named" if parameter else "default",
                    {"value": method.module.source(argument.value), "parameter": parameter},
                    fix=Fix("Pass it by name", tuple(edits)) if parameter and last else None,
                    module=method.module,
                )


def _takes_tensors(sublayer: Sublayer) -> bool:
    """Whether the sublayer is a layer of the project that Keras calls."""
    called = sublayer.layer
    return (
        called is not None
        and called.complete
        and called.method("__call__") is None
        and not eager(called)
    )


def _is_python(node: cst.BaseExpression) -> bool:
    value = literal(node)
    if isinstance(value, (list, tuple)):
        return bool(value) and all(isinstance(item, (bool, int, float, str)) for item in value)
    return value is not NOT_LITERAL and isinstance(value, (bool, int, float, str))


def _parameter(sublayer: Sublayer, index: int) -> str | None:
    """The name under which the layer's `call` takes its positional argument."""
    call = sublayer.layer.call if sublayer.layer is not None else None
    if call is None or len(call.positional) <= index:
        return None
    return call.positional[index].name
