"""LL511: a subclassed model without `get_config` is saved with the defaults of its arguments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.config_edits import listed, new_get_config, own_from_config, saved
from layerlint.findings import Context, Finding
from layerlint.fixes.edit import Fix
from layerlint.model.calls import NOT_LITERAL, literal
from layerlint.model.config import config_method
from layerlint.model.constructor import BASE_ARGUMENTS, Argument, arguments_of

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass


def check(layer: LayerClass, context: Context) -> Iterator[Finding]:
    """Report models all of whose arguments have plain defaults, so that saving does not raise."""
    constructor = layer.methods.get("__init__")
    if constructor is None or layer.keras_bases != ("Model",) or not layer.complete:
        return
    if config_method(layer) is not None or own_from_config(layer) is not None:
        return
    everything = list(arguments_of(layer).values())
    if any(literal(argument.default) is NOT_LITERAL for argument in everything):
        return
    arguments = [a for a in everything if a.name not in BASE_ARGUMENTS and a.used]
    if not arguments:
        return
    yield Finding(
        layer.node.name,
        fields={"layer": layer.name, "arguments": listed(a.name for a in arguments)},
        fix=_fix(layer, arguments, only_three=context.generations(layer) == {3}),
    )


def _fix(layer: LayerClass, arguments: list[Argument], only_three: bool) -> Fix | None:
    """Save what each argument was; in Keras 2 that costs the name, which Keras saved before."""
    items = []
    for argument in arguments:
        value = saved(layer, argument)
        if value is None:
            return None
        items.append((argument.name, value))
    edits = new_get_config(layer, items)
    return Fix("Add `get_config`", tuple(edits), "safe" if only_three else "unsafe")
