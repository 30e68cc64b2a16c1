"""LL605: a `SeedGenerator` is made while the layer runs."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.interpret.worlds import INFER, TRAIN
from layerlint.model.layer import LayerClass
from layerlint.queries.training_flag import shown


@check(LayerClass)
def seed_generator_in_call(layer: LayerClass) -> Iterator[Finding]:
    """Report generators made in code that `fit` or `predict` reaches."""
    seen: set[int] = set()
    for effect in layer.forward.of("call"):
        # One made only if something asks for it may be made once, before anything is compiled.
        if effect.guards or not effect.worlds & (TRAIN | INFER):
            continue
        made = effect.node.func if isinstance(effect.node, cst.Call) else effect.node
        if effect.module.keras(made) != "random.SeedGenerator":
            continue
        place = shown(layer, effect)
        if place is None or id(place.node) in seen:
            continue
        seen.add(id(place.node))
        yield Finding(
            place.node, fields={"path": place.path}, trace=place.trace, module=place.module
        )
