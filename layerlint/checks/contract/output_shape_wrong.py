"""LL419: `compute_output_shape` gives another shape than `call` returns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.contract._last_axis import Result, Said
from layerlint.checks.contract._ranks import (
    is_one_shape,
    nested_part,
    rank_of_result,
    rank_of_shape,
    several_outputs,
)
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.project.needs import AllOf, HoldsLayer

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@check(LayerClass, needs=AllOf(HoldsLayer(), "compute_output_shape"))
def output_shape_wrong(layer: LayerClass) -> Iterator[Finding]:
    """Report a shape within a shape, and one with more or fewer axes than the result has."""
    method = layer.method("compute_output_shape")
    if method is None or layer.kind != "layer" or method.is_static:
        return
    part = nested_part(layer, method)
    if part is not None and method.owner is layer:
        fields = {"layer": layer.name, "part": method.module.source(part)}
        yield Finding(part, "nested", fields)
        return
    call = layer.call
    if call is None or call.owner is not layer or len(call.positional) != 1:
        return
    outputs = several_outputs(layer, call)
    if outputs > 1 and is_one_shape(method, call):
        yield Finding(method.node.name, "single", {"layer": layer.name, "outputs": outputs})
        return
    found, said = rank_of_result(layer, call), rank_of_shape(method)
    if found is None or said is None or found == said:
        yield from _of_another_size(layer, method, call)
    else:
        number = abs(found - said)
        fields = {
            "layer": layer.name,
            "axes": f"{number} {'axis' if number == 1 else 'axes'}",
            "more": "more" if found > said else "fewer",
        }
        place = method if method.owner is layer else call
        yield Finding(place.node.name, fields=fields)


def _of_another_size(layer: LayerClass, method: Method, call: Method) -> Iterator[Finding]:
    """Report a last axis that is twice as long as said, say."""
    if len(method.positional) != 1:
        return
    shape = Said(method)
    said = shape.times()
    found = Result(layer, call, shape.axes).times() if said is not None else None
    if said is not None and found is not None and found != said:
        place = method if method.owner is layer else call
        fields = {"layer": layer.name, "found": _times(found), "said": _times(said)}
        yield Finding(place.node.name, "size", fields)


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
