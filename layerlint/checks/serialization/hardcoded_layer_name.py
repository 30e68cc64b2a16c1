"""LL509: a layer passes a fixed `name` to its base."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.findings import Context, Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import delete_argument
from layerlint.model.calls import keyword, literal
from layerlint.model.constructor import base_calls

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass


def check(layer: LayerClass, context: Context) -> Iterator[Finding]:
    """Report constant names in the call of the base's constructor."""
    constructor = layer.methods.get("__init__")
    if constructor is None or layer.kind != "layer":
        return
    for call in base_calls(constructor):
        argument = keyword(call, "name")
        if argument is None or not isinstance(literal(argument.value), str):
            continue
        edits = delete_argument(layer.module, call, argument)
        yield Finding(
            argument,
            "kwargs" if any(other.star == "**" for other in call.args) else "default",
            {"layer": layer.name, "name": layer.module.source(argument.value)},
            fix=Fix("Leave the name to Keras", tuple(edits), "unsafe"),
        )
