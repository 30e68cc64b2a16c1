"""LL417: `__init__` takes `**kwargs` and drops them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.findings import Context, Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import add_keyword
from layerlint.model.calls import is_name
from layerlint.model.config import is_root
from layerlint.model.constructor import base_calls
from layerlint.model.walk import walk_same_class

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method

_MEANT = ("unused", "ignore", "extra", "_")


def check(layer: LayerClass, context: Context) -> Iterator[Finding]:
    """Report `**kwargs` that nothing reads although the base would take them."""
    constructor = layer.methods.get("__init__")
    if constructor is None or layer.kind == "mixin" or not layer.complete:
        return
    varkw = constructor.varkw
    if varkw is None or varkw.startswith(_MEANT) or _is_used(constructor, varkw):
        return
    calls = list(base_calls(constructor))
    if len(calls) != 1 or any(argument.star == "**" for argument in calls[0].args):
        return
    base = layer.method_after(layer, "__init__")
    if base is not None and not is_root(base.owner) and base.varkw is None:
        return
    title = f"Hand on `**{varkw}`"
    yield Finding(
        constructor.node.name,
        fields={"layer": layer.name, "kwargs": varkw},
        fix=Fix(title, tuple(add_keyword(constructor.module, calls[0], f"**{varkw}"))),
        defect=("constructor", layer.module.path, layer.qualname),
    )


def _is_used(constructor: Method, varkw: str) -> bool:
    """Whether the name stands anywhere in the body, or `locals()` does."""
    return any(
        is_name(node, varkw) or (isinstance(node, cst.Call) and is_name(node.func, "locals"))
        for node in walk_same_class(constructor.node.body)
    )
