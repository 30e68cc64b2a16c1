"""LL110: a sublayer is called with a constant training mode."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.training._noise import meant_to_be_random
from layerlint.findings import Context, Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.calls import literal
from layerlint.queries.training_flag import flag_edits, shown

if TYPE_CHECKING:
    from layerlint.interpret.effects import Effect
    from layerlint.model.layer import LayerClass


def check(layer: LayerClass, context: Context) -> Iterator[Finding]:
    """Report `training=True` where INFER reaches it, and `training=None` for Keras 3."""
    seen: set[int] = set()
    for effect in layer.forward.of("sublayer-call"):
        message = _message(layer, effect)
        place = shown(layer, effect) if message else None
        if message is None or place is None or id(place.node) in seen:
            continue
        seen.add(id(place.node))
        yield Finding(
            place.node,
            message,
            {"sublayer": effect.target, "kind": effect.sublayer.label if effect.sublayer else ""},
            fix=_fix(layer, effect),
            trace=place.trace,
            module=place.module,
            generations=frozenset({3}) if message == "unset" else None,
        )


def _message(layer: LayerClass, effect: Effect) -> str | None:
    if effect.training is None or effect.sublayer is None or not effect.sublayer.mode_dependent:
        return None
    value = literal(effect.training)
    if value is True and effect.in_inference and not meant_to_be_random(layer, effect):
        return "default"
    return "unset" if value is None and effect.in_training else None


def _fix(layer: LayerClass, effect: Effect) -> Fix | None:
    """Pass the flag of `call` on, where the sublayer is called in `call` itself."""
    method = layer.call
    if method is None or method.owner is not layer or effect.training is None:
        return None
    if effect.module is not method.module or effect.module.function(effect.node) is not method.node:
        return None
    parameter = flag_edits(method)
    if parameter is None:
        return None
    edits = (*parameter, *replace(effect.module, effect.training, "training"))
    return Fix("Pass the flag on", edits, "unsafe")
