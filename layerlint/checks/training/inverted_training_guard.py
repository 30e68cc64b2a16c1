"""LL104: state is updated, or noise drawn, only when the layer is not training."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.checks.training_flag import shown
from layerlint.checks.training_noise import drawn, is_noise
from layerlint.findings import Context, Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.flow.worlds import TRAIN
from layerlint.model.calls import is_name

if TYPE_CHECKING:
    from layerlint.flow.effects import Effect
    from layerlint.model.layer import LayerClass


def check(layer: LayerClass, context: Context) -> Iterator[Finding]:
    """Report writes and noise that INFER reaches and TRAIN does not."""
    inverted = [effect for effect in layer.forward.effects if _inverted(layer, effect)]
    seen: set[int] = set()
    for effect in inverted:
        place = shown(layer, effect)
        if place is None or id(place.node) in seen:
            continue
        seen.add(id(place.node))
        writes = effect.kind == "state-update"
        yield Finding(
            place.node,
            "default" if writes else "noise",
            {"path": place.path, "target": effect.target, "function": drawn(effect)},
            fix=_fix(effect, inverted),
            trace=place.trace,
            module=place.module,
        )


def _inverted(layer: LayerClass, effect: Effect) -> bool:
    if not effect.in_inference or effect.in_training or effect.opaque & TRAIN:
        return False
    if effect.kind == "state-update":
        return effect.by_design is None and effect.design_hint is None
    return effect.kind == "random" and is_noise(layer, effect)


def _fix(effect: Effect, inverted: list[Effect]) -> Fix | None:
    """Turn `if not training:` round where it guards reported statements only."""
    module = effect.module
    for node in module.ancestors(effect.node):
        if isinstance(node, cst.If):
            break
    else:
        return None
    match node:
        case cst.If(test=cst.UnaryOperation(operator=cst.Not(), expression=flag), orelse=None):
            statements = {id(module.statement(other.node)) for other in inverted}
            if is_name(flag, "training") and all(id(each) in statements for each in node.body.body):
                title = "Guard with `if training:`"
                return Fix(title, tuple(replace(module, node.test, "training")), "unsafe")
    return None
