"""LL605: a `SeedGenerator` is made while the layer runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.checks.training_flag import shown
from layerlint.findings import Context, Finding
from layerlint.flow.worlds import INFER, TRAIN

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass


def check(layer: LayerClass, context: Context) -> Iterator[Finding]:
    """Report generators made in code that `fit` or `predict` reaches."""
    seen: set[int] = set()
    for effect in layer.forward.of("call"):
        if not isinstance(effect.node, cst.Call) or not effect.worlds & (TRAIN | INFER):
            continue
        if effect.module.keras(effect.node.func) != "random.SeedGenerator":
            continue
        place = shown(layer, effect)
        if place is None or id(place.node) in seen:
            continue
        seen.add(id(place.node))
        yield Finding(
            place.node, fields={"path": place.path}, trace=place.trace, module=place.module
        )
