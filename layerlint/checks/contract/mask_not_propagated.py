"""LL409: a layer that keeps the time steps uses the mask and does not pass it on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.contract._implicit_masks import losing_calls, returns_without, user_behind
from layerlint.checks.contract._step_masks import masks_steps
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import insert_at_end_of_body
from layerlint.model.constructor import base_calls
from layerlint.model.layer import LayerClass
from layerlint.queries.call_sites import always_given, passed_by_name
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_FLAGS = ("supports_masking", "_supports_masking")


@check(LayerClass)
def mask_not_propagated(layer: LayerClass) -> Iterator[Finding]:
    """Report layers that end the mask without being able to need that."""
    if not _makes_masks(layer):
        for node, name, module in losing_calls(layer):
            yield Finding(node, "between", {"sublayer": f"self.{name}"}, module=module)
    if layer.kind != "layer" or not layer.complete or layer.keras_bases != ("layers.Layer",):
        return
    if layer.method("compute_mask") is not None:
        return
    if returns_without(layer) and not _makes_masks(layer):
        call = layer.methods.get("call")
        if call is not None:
            yield Finding(call.node.name, "embedding", {"layer": layer.name})
        return
    bindings = [binding for name in _FLAGS for binding in layer.attributes[name].bindings]
    if bindings:
        only_class = all(binding.kind == "class" for binding in bindings)
        own = next((each for each in layer.class_bindings if each in bindings), None)
        if only_class and own is not None and is_name(own.value, "True"):
            fields = {"layer": layer.name}
            fix = _fix(layer)
            yield Finding(own.statement, "class", fields, fix=fix, generations=frozenset({2}))
        return
    call = layer.methods.get("call")
    mask = call.parameter("mask") if call is not None else None
    if call is None or not layer.values.returned.steps:
        return
    # Keras fills a mask that may be left out; one that must be passed is another thing, and so is
    # one that the project passes itself.
    if mask is not None and mask.default is not None and _uses_mask(call):
        if not masks_steps(call) or passed_by_name(layer, "mask"):
            return
        if always_given(layer, "mask"):
            return  # handed from layer to layer: nothing waits for the one of Keras
        yield Finding(call.node.name, fields={"layer": layer.name}, fix=_fix(layer))
    elif mask is None and (user := user_behind(layer)) is not None:
        fields = {"layer": layer.name, "user": user}
        yield Finding(call.node.name, "behind", fields, fix=_fix(layer))


def _makes_masks(layer: LayerClass) -> bool:
    """Whether the class deals with masks by its own calls of `compute_mask`."""
    return any(
        node.attr.value in ("compute_mask", "_keras_mask")
        for method in layer.methods.values()
        for node in method.own_nodes(cst.Attribute)
    )


def _uses_mask(call: Method) -> bool:
    return any(is_name(node, "mask") for node in _body(call))


def _body(call: Method) -> Iterator[cst.CSTNode]:
    parameters = {id(parameter.node.name) for parameter in call.parameters}
    return (node for node in call.own_nodes() if id(node) not in parameters)


def _fix(layer: LayerClass) -> Fix | None:
    """Say it at the end of the constructor, where the class has one that runs the base's."""
    constructor = layer.methods.get("__init__")
    if constructor is None or not any(base_calls(constructor)):
        return None
    text = f"{constructor.self_name}.supports_masking = True"
    edits = insert_at_end_of_body(constructor.module, constructor.node, text)
    return Fix("Set `supports_masking`", tuple(edits))
