"""LL803: `call` feeds a metric in code that chooses JAX, where a traced call has no metrics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.backend._chosen_backend import BACKEND_WORDS, asks_for_backend, chosen_backend
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.project.needs import AllOf, AnyOf
from layerlint.queries.traced_code import nodes_of, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import EnteredFunction


@check(LayerClass, needs=AllOf("jax", "metrics", AnyOf(*BACKEND_WORDS)))
def metric_in_jax_call(layer: LayerClass) -> Iterator[Finding]:
    """Report where a metric that the layer owns is fed while the layer is called."""
    if chosen_backend(layer.module) != "jax":
        return
    for function in traced(layer):
        for node in nodes_of(function):
            name = _fed(node, function)
            if name is None or not _is_metric(layer, name):
                continue
            if not asks_for_backend(function.module, node):
                yield Finding(node, fields={"metric": name}, module=function.module)


def _fed(node: cst.CSTNode, function: EnteredFunction) -> str | None:
    """`m` of `self.m.update_state(...)` and of `self.m(...)`."""
    if function.method is None:
        return None
    match node:
        case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name("update_state"))):
            return self_attribute(owner, function.method.self_name)
        case cst.Call(func=cst.Attribute() as callee):
            return self_attribute(callee, function.method.self_name)
    return None


def _is_metric(layer: LayerClass, name: str) -> bool:
    """Whether everything that the attribute is bound to is a metric of Keras."""
    attribute = layer.attributes.get(name)
    if attribute is None or not attribute.bindings:
        return False
    for binding in attribute.bindings:
        home = binding.method.module if binding.method is not None else layer.module
        made = binding.value.func if isinstance(binding.value, cst.Call) else None
        if made is None or not (home.keras(made) or "").startswith("metrics."):
            return False
    return True
