"""LL107: `training` is a required argument of `call`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.training._told_by_callers import tells_itself, told_by_all_callers
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import insert_after
from layerlint.model.layer import LayerClass
from layerlint.queries.call_sites import may_always_be_told
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@check(LayerClass)
def training_without_default(layer: LayerClass) -> Iterator[Finding]:
    """Report the parameter of the class's own `call`."""
    method = layer.methods.get("call")
    parameter = method.parameter("training") if method else None
    if method is None or parameter is None or parameter.default is not None:
        return
    if parameter.kind not in ("positional", "keyword") or method.positional[:1] == [parameter]:
        return
    if "state_size" in layer.attributes or layer.method("state_size") or may_always_be_told(layer):
        return  # a recurrent cell is called by its layer, with the flag
    if told_by_all_callers(layer) or tells_itself(layer):
        return
    yield Finding(parameter.node, fields={"layer": layer.name}, fix=_fix(method, parameter.node))


def _fix(method: Method, parameter: cst.Param) -> Fix | None:
    """A default of `None`, unless a parameter without a default follows."""
    positional = [*method.node.params.posonly_params, *method.node.params.params]
    if parameter in positional:
        after = positional[positional.index(parameter) + 1 :]
        if any(later.default is None for later in after):
            return None
    text = " = None" if parameter.annotation else "=None"
    return Fix("Default to `None`", tuple(insert_after(method.module, parameter, text)))
