"""LL143: `add_loss` is given a number for each sample, which count as often as a batch has rows."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.queries.traced_code import nodes_of, short, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute


@check(LayerClass)
def loss_of_samples_added(layer: LayerClass) -> Iterator[Finding]:
    """Report `self.add_loss(x)` where `x` still has the axis of the batch."""
    if layer.method("add_loss") is not None:
        return
    for function in traced(layer):
        module = function.module
        for call in nodes_of(function, cst.Call):
            if self_attribute(call.func) != "add_loss" or len(call.args) != 1:
                continue
            loss = call.args[0].value
            if layer.values.of(loss).batch:
                yield Finding(call, fields={"loss": short(module, loss)}, module=module)
