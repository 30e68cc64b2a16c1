"""LL126: `compiled_metrics.update_state` feeds the predictions to the tracker of the loss."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.calls import self_attribute
from layerlint.model.layer import LayerClass
from layerlint.queries.own_code import own_methods
from layerlint.queries.target_generation import excused


@check(LayerClass)
def metrics_fed_by_compiled_metrics(layer: LayerClass) -> Iterator[Finding]:
    """Report the calls in a model that leaves it to Keras what its metrics are."""
    if layer.kind != "model" or not layer.complete or layer.method("metrics") is not None:
        return
    own = layer.attributes.get("compiled_metrics")
    if own is not None and own.bindings:
        return
    for method in own_methods(layer):
        for node in method.own_nodes(cst.Call):
            match node:
                case cst.Call(func=cst.Attribute(value=metrics, attr=cst.Name("update_state"))):
                    if self_attribute(metrics, method.self_name) != "compiled_metrics":
                        continue
                    if not excused(method.module, node):
                        fields = {"call": method.module.source(node.func)}
                        yield Finding(node, fields=fields, module=method.module)
