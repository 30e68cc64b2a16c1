"""LL106: `training` is true by default."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.checks.training._told_by_callers import told_by_all_callers
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Applicability, Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.layer import LayerClass
from layerlint.model.modes import decides_by_mode
from layerlint.queries.call_sites import always_told
from layerlint.queries.loops_by_hand import says_inference, trained_by_hand
from layerlint.syntax.matching import literal

_PREPROCESSING = re.compile(r"preprocess|augment|^(Base)?Random[A-Z]", re.IGNORECASE)
# A flow runs forwards in training and backwards after: the flag is its direction, and forwards is
# what a call of such a layer means.
_DIRECTION = re.compile(r"invers|linalg\.inv\b|\bin reverse\b", re.IGNORECASE)


@check(LayerClass)
def training_default_true(layer: LayerClass) -> Iterator[Finding]:
    """Report the default of the class's own `call`."""
    method = layer.methods.get("call")
    parameter = method.parameter("training") if method else None
    if method is None or parameter is None or parameter.default is None:
        return
    if literal(parameter.default) not in (True, 1) or _preprocesses(layer):
        return
    if not _differs(layer) or always_told(layer):
        return
    if told_by_all_callers(layer) or _is_direction(layer) or says_inference(layer.module):
        return
    # A loop of its own that says nothing trains by this default.
    safety: Applicability = "unsafe" if trained_by_hand(layer) else "safe"
    edits = tuple(replace(layer.module, parameter.default, "None"))
    fix = Fix("Default to `None`", edits, safety)
    yield Finding(parameter.node, fields={"layer": layer.name}, fix=fix)


def _differs(layer: LayerClass) -> bool:
    """Whether something that it does, or that its layers do, is known to depend on the mode."""
    return decides_by_mode(layer) is True or any(
        sublayer.mode_dependent for sublayer in layer.all_sublayers
    )


def _is_direction(layer: LayerClass) -> bool:
    """Whether the class itself asks for the flag, and runs what it does the other way round."""
    return decides_by_mode(layer) is not False and any(
        _DIRECTION.search(base.module.source(base.node)) for base in layer.mro
    )


def _preprocesses(layer: LayerClass) -> bool:
    """Such layers run in `dataset.map`, where nobody passes a flag; Keras's own default so."""
    names = (layer.name, *layer.chain, *layer.keras_bases)
    return any(_PREPROCESSING.search(part) for name in names for part in name.split("."))
