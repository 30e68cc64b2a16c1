"""LL423: a layer passes the mask of its input on, although its output has other steps."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.contract._step_changes import joins_inputs, step_change
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.queries.fixtures import is_fixture
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name

_FLAG = "supports_masking"
# What has its input in pixels gets no mask of steps.
_FLAT = ("2D", "3D", "2DTranspose", "3DTranspose")


@check(LayerClass)
def mask_of_another_shape(layer: LayerClass) -> Iterator[Finding]:
    """Report where the class says that the mask still holds."""
    call = layer.methods.get("call")
    if call is None or layer.kind != "layer" or not layer.complete or is_fixture(layer):
        return
    if layer.keras_bases != ("layers.Layer",) or _sees_pixels(layer):
        return
    claim = _claim(layer)
    change = step_change(layer, call) if claim is not None else None
    if claim is None or change is None:
        return
    fields = {
        "layer": layer.name,
        "change": " ".join(layer.module.source(change).split())[:60],
    }
    generations = frozenset({3}) if joins_inputs(layer, change) else None
    yield Finding(claim, fields=fields, generations=generations)


def _claim(layer: LayerClass) -> cst.CSTNode | None:
    """Where the class says so: `supports_masking = True`, or a `compute_mask` that passes it on."""
    own = layer.methods.get("compute_mask")
    if layer.method("compute_mask") is not None:
        if own is None:
            return None
        returns = list(own.own_nodes(cst.Return))
        same = len(returns) == 1 and is_name(returns[0].value, "mask")
        return returns[0] if same and own.takes("mask") else None
    bindings = layer.attributes[_FLAG].bindings
    if len(bindings) != 1:
        return None
    binding = bindings[0]
    mine = binding.method is None or binding.method.owner is layer
    return binding.statement if mine and is_name(binding.value, "True") else None


def _sees_pixels(layer: LayerClass) -> bool:
    return any((held.keras or "").endswith(_FLAT) for held in layer.all_sublayers)
