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
            elif name == "test_step" and _is_batch_values(node.value, place_of(layer, step)):
                found = node.value or node
                yield Finding(found, "batch", fields, module=step.module, generations=_BOTH)


def _is_step_of_base(node: cst.CSTNode, name: str) -> bool:
    """Whether it is `super().train_step(...)`, which updates the tracker."""
    match node:
        case cst.Call(func=cst.Attribute(value=base, attr=cst.Name(value=called))):
            return called == name and is_super_call(base)
    return False


def _is_loss_only(value: cst.BaseExpression | None, place: Place) -> bool:
    return [key for key, _ in _entries(value, place) or ()] == ["loss"]


def _is_batch_values(value: cst.BaseExpression | None, place: Place) -> bool:
    """Whether the loss of the batch, and other values of it, are what is returned."""
    entries = _entries(value, place) or []
    return (
        len(entries) > 1
        and "loss" in [key for key, _ in entries]
        and all(
            isinstance(each, cst.Name)
            or (isinstance(each, cst.Call) and place.module.tensor_function(each.func) is not None)
            for _, each in entries
        )
    )


def _entries(
    value: cst.BaseExpression | None, place: Place
) -> list[tuple[object, cst.BaseExpression]] | None:
    """The keys and values of what is returned, None where some cannot be read."""
    match value:
        case cst.Name(value=name):
            given = local_values(name, place)
            if not given or isinstance(given[0][0], cst.Name) or given[0][1] is not None:
                return None
            found, more = _entries(given[0][0], place), given[1:]
            stored = all(held == "dict" for _, held in more)
            return [*found, *((None, each) for each, _ in more)] if found and stored else None
        case cst.Dict(elements=elements):
            pairs = [each for each in elements if isinstance(each, cst.DictElement)]
            whole = len(pairs) == len(elements)
            return [(literal(each.key), each.value) for each in pairs] if whole else None
        case cst.Call(args=args) if place.module.resolve(value.func) == "builtins.dict":
            named = [(each.keyword.value, each.value) for each in args if each.keyword]
            return [*named] if len(named) == len(args) else None
    return None


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
