"""LL211: state is written by each replica for itself, and nothing brings the copies together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._value_flow import writes_of
from layerlint.declaration import check
from layerlint.facts.weights import mean_aggregation
from layerlint.findings import Finding
from layerlint.fixes.edit import Edit, Fix
from layerlint.fixes.rewrite import add_keyword, spell
from layerlint.interpret.values import INPUT
from layerlint.model.layer import LayerClass
from layerlint.queries.training_flag import defect, shown

if TYPE_CHECKING:
    from layerlint.model.weights import Weight
    from layerlint.syntax import cst

_WHOLE = re.compile(r"\bu?int(8|16|32|64)?\b|\bbool\b|\bstring\b")
_BY_HAND = re.compile(r"\ball_reduce\b|\bmerge_call\b|\bget_replica_context\b|\breduce_to\b")


@check(LayerClass)
def assign_without_aggregation(layer: LayerClass) -> Iterator[Finding]:
    """Report the first write of each weight to which what its replica sees is written."""
    if any(_BY_HAND.search(base.module.source(base.node)) for base in layer.mro):
        return
    seen: set[cst.CSTNode] = set()
    for effect in writes_of(layer):
        weight = effect.weight
        if weight is None or effect.by_design is not None or weight.call in seen:
            continue
        if INPUT not in effect.reads or not _drifts(weight):
            continue
        place = shown(layer, effect)
        if place is not None:
            seen.add(weight.call)
            yield Finding(
                place.node,
                fields={"target": effect.target},
                fix=_fix(layer, weight),
                trace=place.trace,
                module=place.module,
                defect=defect(layer, effect),
            )


def _drifts(weight: Weight) -> bool:
    """Whether it is a number of which replicas keep a copy each."""
    given = weight.arguments
    if weight.trainable is not False or {"aggregation", "synchronization", "**"} & set(given):
        return False
    dtype = given.get("dtype")
    return dtype is None or not _WHOLE.search(weight.module.source(dtype))


def _fix(layer: LayerClass, weight: Weight) -> Fix | None:
    if len(layer.generations) != 1 or weight.how not in ("add_weight", "add_variable"):
        return None
    module = weight.module
    (generation,) = layer.generations
    spelled = mean_aggregation(generation)
    edits: list[Edit] = []
    if generation == 2:
        spelled, edits = spell(module, weight.call, spelled)
    added = add_keyword(module, weight.call, f"aggregation={spelled}")
    return Fix("Take the mean over the replicas", (*added, *edits))
