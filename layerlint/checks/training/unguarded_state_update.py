"""LL102: a weight is written while the layer runs in inference."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.training._state_writes import unguarded, writes
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.queries.training_flag import Guards, defect, shown_once


@check(LayerClass)
def unguarded_state_update(layer: LayerClass) -> Iterator[Finding]:
    """Report each write that INFER reaches, once, however many ways lead to it."""
    flagged = [effect for effect in writes(layer) if unguarded(effect)]
    guards = Guards(layer, flagged)
    for effect, place in shown_once(layer, flagged):
        yield Finding(
            place.node,
            "default" if layer.asks_for_mode else "missing",
            {"path": place.path, "target": effect.target},
            fix=guards.fix(effect),
            trace=place.trace,
            module=place.module,
            defect=defect(layer, effect),
        )
