"""LL105: a weight is written behind a test that confuses `None`, `False` and `True`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.checks.training_flag import defect, shown
from layerlint.findings import Context, Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.flow.worlds import INFER, UNSET, Worlds
from layerlint.model.calls import is_name, literal

if TYPE_CHECKING:
    from layerlint.flow.effects import Effect
    from layerlint.model.layer import LayerClass


def check(layer: LayerClass, context: Context) -> Iterator[Finding]:
    """Report writes that tell a flag that is `None` from one that is `False`."""
    parameter = layer.call.parameter("training") if layer.call else None
    if parameter is None or (parameter.default and literal(parameter.default) is not None):
        return
    seen: set[int] = set()
    for effect in layer.forward.of("state-update"):
        message = _message(effect)
        place = shown(layer, effect) if message else None
        if message is None or place is None or id(place.node) in seen:
            continue
        seen.add(id(place.node))
        yield Finding(
            place.node,
            message,
            {"path": place.path, "target": effect.target},
            fix=_fix(effect),
            trace=place.trace,
            module=place.module,
            defect=defect(layer, effect),
        )


def _message(effect: Effect) -> str | None:
    if effect.by_design or not effect.in_training or effect.opaque:
        return None
    worlds = effect.worlds & (INFER | UNSET)
    return {UNSET: "default", INFER: "predict", Worlds.NONE: None}.get(worlds)


def _fix(effect: Effect) -> Fix | None:
    """Make the comparison around the write, if it is one of the two, `training`."""
    module = effect.module
    for node in module.ancestors(effect.node):
        match node:
            case cst.If(
                test=cst.Comparison(
                    left=flag,
                    comparisons=[
                        cst.ComparisonTarget(operator=cst.IsNot() | cst.NotEqual(), comparator=what)
                    ],
                ) as test
            ) if is_name(flag, "training") and literal(what) in (None, False):
                inner = effect.method
                if inner is not None and module.function(node) is inner.node:
                    edits = tuple(replace(module, test, "training"))
                    safe = not effect.design_hint and node.orelse is None
                    return Fix("Guard with `if training:`", edits, "safe" if safe else "unsafe")
    return None
