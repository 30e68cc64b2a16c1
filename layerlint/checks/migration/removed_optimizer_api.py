"""LL706: a model uses what the optimizers of Keras 3 do not have."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from layerlint.declaration import check
from layerlint.facts.removed import OPTIMIZER
from layerlint.findings import Finding
from layerlint.model.calls import self_attribute
from layerlint.model.layer import LayerClass
from layerlint.queries.target_generation import excused


@check(LayerClass, judged_by="target")
def removed_optimizer_api(layer: LayerClass) -> Iterator[Finding]:
    """Report `self.optimizer.<name>` in a model that has its optimizer from Keras's `compile`."""
    if layer.kind != "model" or not layer.complete or layer.layer_header is None:
        return
    own = layer.attributes.get("optimizer")
    if 3 not in layer.layer_header.verdict.target or (own is not None and own.bindings):
        return
    if layer.method("optimizer") is not None or layer.method("compile") is not None:
        return
    for method in layer.methods.values():
        for node in method.own_nodes(cst.Attribute):
            match node:
                case cst.Attribute(value=optimizer, attr=cst.Name(value=name)):
                    if self_attribute(optimizer, method.self_name) != "optimizer":
                        continue
                    if name in OPTIMIZER and not excused(method.module, node):
                        advice = OPTIMIZER[name]
                        fields = {"name": name, "advice": f"; {advice}" if advice else ""}
                        yield Finding(node, fields=fields)
