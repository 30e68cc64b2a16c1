"""LL605: a `SeedGenerator` is made while the layer runs."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.interpret.effects import FunctionCall
from layerlint.interpret.worlds import INFER, TRAIN
from layerlint.model.layer import LayerClass
from layerlint.queries.training_flag import shown_once


@check(LayerClass)
def seed_generator_in_call(layer: LayerClass) -> Iterator[Finding]:
    """Report generators made in code that `fit` or `predict` reaches."""
    made = [effect for effect in layer.forward.of(FunctionCall) if _makes_generator(effect)]
    for _, place in shown_once(layer, made):
        yield Finding(
            place.node, fields={"path": place.path}, trace=place.trace, module=place.module
        )


def _makes_generator(effect: FunctionCall) -> bool:
    # One made only if something asks for it may be made once, before anything is compiled.
    if effect.guards or not effect.worlds & (TRAIN | INFER):
        return False
    return effect.module.keras(effect.node.func) == "random.SeedGenerator"
