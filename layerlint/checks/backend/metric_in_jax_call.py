"""LL803: `call` or a step feeds a metric in code that chooses JAX, which traces without it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from layerlint.checks.backend._chosen_backend import BACKEND_WORDS, asks_for_backend, chosen_backend
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.project.needs import AllOf, AnyOf
from layerlint.queries.held_values import held_values
from layerlint.queries.traced_code import nodes_of, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import around

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

# Steps that get the state of the model, and return what becomes of it.
_STEPS = ("train_step", "test_step")


@check(LayerClass, needs=AllOf("jax", "metrics", AnyOf(*BACKEND_WORDS)))
def metric_in_jax_call(layer: LayerClass) -> Iterator[Finding]:
    """Report where a metric that the layer owns is fed while the layer is called."""
    if chosen_backend(layer.module) != "jax":
        return
    for function in traced(layer):
        if function.method is not None:
            for node, name in _fed(nodes_of(function), layer, function.method):
                yield Finding(node, fields={"metric": name}, module=function.module)
    for step in map(layer.methods.get, _STEPS):
        if step is not None and not step.is_static and len(step.positional) > 1:
            nodes = step.own_nodes(cst.Call)
            for node, name in _fed(nodes, layer, step):
                yield Finding(node, "step", {"metric": name, "method": step.name})


def _fed(
    nodes: Iterable[cst.CSTNode], layer: LayerClass, method: Method
) -> Iterator[tuple[cst.CSTNode, str]]:
    """The calls `self.m.update_state(...)` and `self.m(...)`, with the name of the metric."""
    for node in nodes:
        match node:
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name("update_state"))):
                name = _metric(owner, layer, method)
            case cst.Call(func=cst.Attribute() | cst.Subscript() as callee):
                name = _metric(callee, layer, method)
            case _:
                continue
        if name is not None and not _is_apart(method.module, node):
            yield node, name


def _metric(owner: cst.BaseExpression, layer: LayerClass, method: Method) -> str | None:
    """The attribute that is a metric, or holds several of which `owner` is one."""
    if not isinstance(owner, cst.Subscript):
        name = self_attribute(owner, method.self_name)
        return name if name is not None and _is_metric(layer, name) else None
    held = held_values(owner, method.module)
    whole = bool(held) and all(method.module.makes(each) == "metric" for each in held)
    return self_attribute(owner.value, method.self_name) if whole else None


def _is_apart(module: Module, node: cst.CSTNode) -> bool:
    """Whether another backend is meant there, or a scope holds the variables that are changed."""
    return asks_for_backend(module, node) or any(
        "StatelessScope" in module.source(item.item)
        for outer in around(node, cst.With)
        for item in outer.items
    )


def _is_metric(layer: LayerClass, name: str) -> bool:
    """Whether everything that the attribute is bound to is a metric of Keras."""
    bindings = layer.attributes[name].bindings
    return bool(bindings) and all(each.module.makes(each.value) == "metric" for each in bindings)
