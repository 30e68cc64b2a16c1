"""LL416: a layer has `forward` or the like, but no `call`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.config import ROOTS
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.config import is_root
from layerlint.model.layer import LayerClass

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_LOOK_ALIKES = ("forward", "Call", "inference")


@check(LayerClass, halts_on=(3,))
def missing_call(layer: LayerClass) -> Iterator[Finding]:
    """Report a look-alike of `call` that nothing in the project runs."""
    if not layer.complete or not layer.keras_bases or layer.kind == "mixin":
        return
    if not ROOTS.issuperset(layer.keras_bases) or _has_call(layer):
        return
    name = next((name for name in _LOOK_ALIKES if name in layer.methods), None)
    method = layer.methods[name] if name is not None else None
    if method is None or not method.positional or _is_run(layer, method):
        return
    if any(_has_call(subclass) for subclass in layer.subclasses):
        return
    edits = replace(method.module, method.node.name, "call")
    yield Finding(
        method.node.name,
        fields={"layer": layer.name, "method": method.name},
        fix=Fix("Rename it to `call`", tuple(edits), "unsafe"),
        generations=frozenset({2, 3}) if layer.kind == "layer" else frozenset({3}),
    )


def _has_call(layer: LayerClass) -> bool:
    """Whether the class, or a base that is not Keras's own, has `call` or `__call__`."""
    if any(binding.attribute == "call" for base in layer.mro for binding in base.class_bindings):
        return True
    found = [layer.method(name) for name in ("call", "__call__")]
    return any(method is not None and not is_root(method.owner) for method in found)


def _is_run(layer: LayerClass, method: Method) -> bool:
    """Whether some file of the project that mentions the class runs a method of that name."""
    called = f".{method.name}("
    if layer.module.says(called):
        return True
    return bool(layer.project.index.having(layer.name, re.escape(called)))
