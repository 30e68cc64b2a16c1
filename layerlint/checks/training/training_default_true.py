"""LL106: `training` is true by default."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.findings import Context, Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.calls import literal

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass

_PREPROCESSING = re.compile(r"preprocess|augment|^(Base)?Random[A-Z]", re.IGNORECASE)


def check(layer: LayerClass, context: Context) -> Iterator[Finding]:
    """Report the default of the class's own `call`."""
    method = layer.methods.get("call")
    parameter = method.parameter("training") if method else None
    if method is None or parameter is None or parameter.default is None:
        return
    if literal(parameter.default) not in (True, 1) or _preprocesses(layer):
        return
    fix = Fix("Default to `None`", tuple(replace(layer.module, parameter.default, "None")))
    yield Finding(parameter.node, fields={"layer": layer.name}, fix=fix)


def _preprocesses(layer: LayerClass) -> bool:
    """Such layers run in `dataset.map`, where nobody passes a flag; Keras's own default so."""
    names = (layer.name, *layer.chain, *layer.keras_bases)
    return any(_PREPROCESSING.search(part) for name in names for part in name.split("."))
