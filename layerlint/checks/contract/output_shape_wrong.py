"""LL419: `compute_output_shape` gives another shape than `call` returns."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.contract._ranks import nested_part, rank_of_result, rank_of_shape
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.project.needs import AllOf, HoldsLayer


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
    call, said = layer.call, rank_of_shape(method)
    if call is None or call.owner is not layer or said is None or len(call.positional) != 1:
        return
    found = rank_of_result(layer, call)
    if found is not None and found != said:
        number = abs(found - said)
        fields = {
            "layer": layer.name,
            "axes": f"{number} {'axis' if number == 1 else 'axes'}",
            "more": "more" if found > said else "fewer",
        }
        place = method if method.owner is layer else call
        yield Finding(place.node.name, fields=fields)
