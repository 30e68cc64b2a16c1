"""LL111: a sublayer is run through its `call` method."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.checks.training_flag import shown
from layerlint.findings import Context, Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace

if TYPE_CHECKING:
    from layerlint.flow.effects import Effect
    from layerlint.model.layer import LayerClass


def check(layer: LayerClass, context: Context) -> Iterator[Finding]:
    """Report `self.x.call(...)` where `x` is a layer."""
    seen: set[int] = set()
    for effect in layer.forward.of("sublayer-call"):
        if not effect.bypass or effect.sublayer is None or id(effect.node) in seen:
            continue
        place = shown(layer, effect)
        if place is None or effect.attribute in ("cell", "super()"):
            continue
        seen.add(id(effect.node))
        yield Finding(
            place.node,
            "mode" if effect.sublayer.mode_dependent else "default",
            {"sublayer": f"self.{effect.target}", "kind": effect.sublayer.label},
            fix=_fix(layer, effect),
            trace=place.trace,
            module=place.module,
        )


def _fix(layer: LayerClass, effect: Effect) -> Fix | None:
    """Call the layer instead; in a wrapper that may not be what is wanted."""
    match effect.node:
        case cst.Call(func=cst.Attribute(value=target) as function):
            edits = tuple(replace(effect.module, function, effect.module.source(target)))
            wrapper = "layers.Wrapper" in layer.keras_bases
            return Fix("Call the layer", edits, "unsafe" if wrapper else "safe")
    return None
