"""LL126: `compiled_metrics.update_state` feeds the predictions to the tracker of the loss."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.queries.held_values import held_values
from layerlint.queries.own_code import own_methods
from layerlint.queries.target_generation import excused
from layerlint.syntax import cst
from layerlint.syntax.matching import is_super_call, self_attribute

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@check(LayerClass)
def metrics_fed_by_compiled_metrics(layer: LayerClass) -> Iterator[Finding]:
    """Report the calls in a model among whose metrics is a mean: it is given the predictions."""
    if layer.kind != "model" or not layer.complete or not _has_mean(layer):
        return
    if layer.attributes["compiled_metrics"].bindings:
        return
    for method in own_methods(layer):
        if _reads_inside(method):
            continue
        for node in method.own_nodes(cst.Call):
            match node:
                case cst.Call(func=cst.Attribute(value=metrics, attr=cst.Name("update_state"))):
                    named = isinstance(metrics, cst.Name)
                    held = held_values(metrics, method.module) if named else []
                    owner = held[0] if held else metrics
                    if self_attribute(owner, method.self_name) != "compiled_metrics":
                        continue
                    if not excused(method.module, node):
                        fields = {"call": method.module.source(node.func)}
                        yield Finding(node, fields=fields, module=method.module)


def _has_mean(layer: LayerClass) -> bool:
    """Whether a mean is among the metrics: the tracker of Keras, or one that the model lists."""
    metrics = layer.method("metrics")
    if metrics is None:
        return True
    for node in metrics.own_nodes(cst.Attribute):
        if node.attr.value == "metrics" and is_super_call(node.value):
            return True
        held = layer.attributes[self_attribute(node, metrics.self_name) or ""].bindings
        made = held[0].value if held else None
        if isinstance(made, cst.Call) and metrics.module.keras(made.func) == "metrics.Mean":
            return True
    return False


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
