"""LL427: one optimizer is applied to the variables of one model, then to those of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.calls import self_attribute
from layerlint.model.layer import LayerClass
from layerlint.queries.training_code import owner_of, updates

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@check(LayerClass)
def optimizer_for_two_models(layer: LayerClass) -> Iterator[Finding]:
    """Report the second of two applications by the model's one optimizer in one method."""
    if layer.kind != "model" or not layer.complete or _prepares(layer):
        return
    for method in layer.methods.values():
        yield from _method(layer, method)


def _method(layer: LayerClass, method: Method) -> Iterator[Finding]:
    module = method.module
    nodes = list(method.own_nodes())
    first: dict[str, str] = {}
    for update in updates(nodes):
        owner = owner_of(update.variables, nodes)
        part = self_attribute(owner, method.self_name) if owner is not None else None
        held = self_attribute(update.optimizer, method.self_name)
        if part is None or held is None or _is_branched(method, update.call):
            continue
        if not _is_one_part(layer, part):
            continue
        known = first.setdefault(held, part)
        if known != part:
            yield Finding(
                update.call,
                fields={
                    "optimizer": module.source(update.optimizer),
                    "first": known,
                    "second": part,
                },
            )
            return


def _prepares(layer: LayerClass) -> bool:
    """Whether an optimizer is built for a list of variables beforehand, or is none of Keras's."""
    return any(
        isinstance(node, cst.Call)
        and isinstance(node.func, cst.Attribute)
        and node.func.attr.value == "build"
        and isinstance(node.func.value, cst.Attribute)
        and "opt" in node.func.value.attr.value.lower()
        for base in layer.mro
        for method in base.methods.values()
        for node in method.own_nodes()
    )


def _is_one_part(layer: LayerClass, name: str) -> bool:
    """Whether the attribute holds one layer, made by the class or given to its constructor."""
    attribute = layer.attributes.get(name)
    if attribute is None or len(attribute.bindings) != 1:
        return False
    binding = attribute.bindings[0]
    if isinstance(binding.value, cst.Name) and binding.method is not None:
        return binding.method.name == "__init__" and binding.method.takes(binding.value.value)
    return name in layer.sublayers


def _is_branched(method: Method, call: cst.Call) -> bool:
    """Whether the call stands in a branch, of which one may run for ever."""
    for node in method.module.ancestors(call):
        if node is method.node:
            return False
        if isinstance(node, (cst.If, cst.Else, cst.Try, cst.IfExp, cst.FunctionDef, cst.Lambda)):
            return True
    return False
