"""LL126: `compiled_metrics.update_state` feeds the predictions to the tracker of the loss."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.queries.own_code import own_methods
from layerlint.queries.target_generation import excused
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@check(LayerClass)
def metrics_fed_by_compiled_metrics(layer: LayerClass) -> Iterator[Finding]:
    """Report the calls in a model that leaves it to Keras what its metrics are."""
    if layer.kind != "model" or not layer.complete or layer.method("metrics") is not None:
        return
    own = layer.attributes.get("compiled_metrics")
    if own is not None and own.bindings:
        return
    for method in own_methods(layer):
        if _reads_inside(method):
            continue
        for node in method.own_nodes(cst.Call):
            match node:
                case cst.Call(func=cst.Attribute(value=metrics, attr=cst.Name("update_state"))):
                    if self_attribute(metrics, method.self_name) != "compiled_metrics":
                        continue
                    if not excused(method.module, node):
                        fields = {"call": method.module.source(node.func)}
                        yield Finding(node, fields=fields, module=method.module)


def _reads_inside(method: Method) -> bool:
    """Whether a method takes apart what `compile` made of the losses, which Keras 3 has no more.

    It raises there before any metric is fed.
    """
    return any(
        node.attr.value.startswith("_")
        and self_attribute(node.value, method.self_name) in _COMPILED
        for node in method.own_nodes(cst.Attribute)
    )


_COMPILED = frozenset({"compiled_loss", "compiled_metrics"})
