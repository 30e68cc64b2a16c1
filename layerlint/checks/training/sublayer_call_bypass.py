"""LL111: a sublayer is run through its `call` method."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.interpret.effects import SublayerCall
from layerlint.model.layer import LayerClass
from layerlint.queries.call_sites import tells
from layerlint.queries.training_flag import shown
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.sublayers import Sublayer


# Layers without weights of their own, which Keras itself runs so.
_PREPROCESSING = re.compile(
    r"Lookup|Vectorization|Hash|Discretization|Encoding|Rescaling|Resizing|Crop"
)


@check(LayerClass)
def sublayer_call_bypass(layer: LayerClass) -> Iterator[Finding]:
    """Report `self.x.call(...)` where `x` is a layer."""
    seen: set[cst.CSTNode] = set()
    for effect in layer.forward.of(SublayerCall):
        sublayer = effect.sublayer
        if not effect.bypass or sublayer is None or effect.node in seen:
            continue
        place = shown(layer, effect) if _loses(effect, sublayer) else None
        if place is None:
            continue
        seen.add(effect.node)
        yield Finding(
            place.node,
            "mode" if sublayer.mode_dependent else "default",
            {"sublayer": f"self.{effect.target}", "kind": sublayer.label},
            fix=_fix(layer, effect),
            trace=place.trace,
            module=place.module,
        )


def _loses(effect: SublayerCall, sublayer: Sublayer) -> bool:
    """Whether the bypass costs the layer something: its mode, or what Keras gives its own layers.

    A layer of the project that is handed the flag, or needs none, may know what it does.
    """
    if effect.attribute == "cell":
        return False
    if tells(effect.node):
        return False
    if sublayer.keras is not None:
        return not _PREPROCESSING.search(sublayer.keras)
    return bool(sublayer.mode_dependent)


def _fix(layer: LayerClass, effect: SublayerCall) -> Fix | None:
    """Call the layer instead; in a wrapper that may not be what is wanted."""
    match effect.node:
        case cst.Call(func=cst.Attribute(value=target) as function):
            edits = tuple(replace(effect.module, function, effect.module.source(target)))
            wrapper = "layers.Wrapper" in layer.keras_bases
            return Fix("Call the layer", edits, "unsafe" if wrapper else "safe")
    return None
