"""LL120: state moves in training although the layer is frozen."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.interpret.effects import StateUpdate
from layerlint.interpret.worlds import TRAIN
from layerlint.model.layer import LayerClass
from layerlint.queries.training_flag import defect, shown_once
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name


@check(LayerClass)
def frozen_layer_updates_state(layer: LayerClass) -> Iterator[Finding]:
    """Report guarded updates in a class that nowhere asks whether it is frozen."""
    if layer.attributes["trainable"].reads:
        return
    guarded = [
        effect
        for effect in layer.forward.of(StateUpdate)
        if effect.worlds == TRAIN and not effect.opaque
        if not (effect.by_design or effect.design_hint)
    ]
    for effect, place in shown_once(layer, guarded):
        yield Finding(
            place.node,
            fields={"target": effect.target},
            fix=_fix(effect),
            trace=place.trace,
            module=place.module,
            defect=defect(layer, effect),
        )


def _fix(effect: StateUpdate) -> Fix | None:
    """Ask in the guard as well, where that is a plain `if training:`."""
    module = effect.module
    for node in module.ancestors(effect.node):
        if isinstance(node, cst.If) and is_name(node.test, "training"):
            edits = replace(module, node.test, "training and self.trainable")
            return Fix("Stop where the layer is frozen", tuple(edits), "unsafe")
        if isinstance(node, cst.FunctionDef):
            return None
    return None
