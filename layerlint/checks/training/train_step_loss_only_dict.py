"""LL121: a step returns only `loss`, the name of the tracker that Keras reports instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.training._loss_trackers import unfed_tracker
from layerlint.declaration import check
from layerlint.facts.members import LOSS_TRACKERS
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.origins import local_values, place_of
from layerlint.queries.own_code import own_method
from layerlint.syntax import cst
from layerlint.syntax.matching import is_super_call, literal

if TYPE_CHECKING:
    from layerlint.model.origins import Place

_BOTH = frozenset({2, 3})


@check(LayerClass)
def train_step_loss_only_dict(layer: LayerClass) -> Iterator[Finding]:
    """Report `return {"loss": ...}` in the steps of a model that owns no metric."""
    if layer.kind != "model" or not layer.complete:
        return
    unfed = unfed_tracker(layer)
    if unfed is not None:
        place, tracker, name = unfed
        message = "shadowed" if name == "loss" else "unfed"
        fields = {"tracker": tracker, "layer": layer.name, "name": name}
        yield Finding(place, message, fields, generations=_BOTH)
    if _tracks(layer):
        return
    for name in ("train_step", "test_step"):
        step = own_method(layer, name)
        if step is None or any(_is_step_of_base(node, name) for node in step.own_nodes()):
            continue
        for node in step.own_nodes(cst.Return):
            fields = {"method": f"{layer.name}.{name}"}
            if _is_loss_only(node.value, place_of(layer, step)):
                yield Finding(node.value or node, fields=fields, module=step.module)
            elif name == "test_step" and _is_batch_values(node.value):
                found = node.value or node
                yield Finding(found, "batch", fields, module=step.module, generations=_BOTH)


def _is_step_of_base(node: cst.CSTNode, name: str) -> bool:
    """Whether it is `super().train_step(...)`, which updates the tracker."""
    match node:
        case cst.Call(func=cst.Attribute(value=base, attr=cst.Name(value=called))):
            return called == name and is_super_call(base)
    return False


def _is_loss_only(value: cst.BaseExpression | None, place: Place) -> bool:
    match value:
        case cst.Name(value=name):
            bound = local_values(name, place)
            return len(bound) == 1 and _is_loss_only(bound[0][0], place)
        case cst.Dict(elements=[cst.DictElement(key=key)]):
            return bool(literal(key) == "loss")
        case cst.Call(args=[cst.Arg(keyword=cst.Name(value="loss"))]):
            return place.module.resolve(value.func) == "builtins.dict"
    return False


def _is_batch_values(value: cst.BaseExpression | None) -> bool:
    """Whether the loss of the batch, and other values of it, are what is returned."""
    if not isinstance(value, cst.Dict) or len(value.elements) < 2:
        return False
    keys = [literal(each.key) for each in value.elements if isinstance(each, cst.DictElement)]
    plain = all(
        isinstance(each, cst.DictElement) and isinstance(each.value, cst.Name)
        for each in value.elements
    )
    return plain and "loss" in keys


def _tracks(layer: LayerClass) -> bool:
    """Whether the class, or a base of it, owns a metric, feeds one or says what its metrics are."""
    if layer.method("metrics") is not None or layer.method("compile") is not None:
        return True
    for attribute in layer.attributes.values():
        for binding in attribute.bindings:
            made = binding.value.func if isinstance(binding.value, cst.Call) else None
            home = binding.method.module if binding.method is not None else layer.module
            if made is not None and (home.keras(made) or "").startswith("metrics."):
                return True
    return any(
        node.attr.value in LOSS_TRACKERS
        for base in layer.mro
        for method in base.methods.values()
        for node in method.own_nodes(cst.Attribute)
    )
