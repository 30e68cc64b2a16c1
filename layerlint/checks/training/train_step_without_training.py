"""LL112: `train_step` calls the model, or a part that differs in training, without the flag."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.findings import Context, Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import add_keyword
from layerlint.model.calls import is_name, keyword, positional, self_attribute
from layerlint.model.origins import origins, place_of
from layerlint.model.sublayers import constructed

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method


def check(layer: LayerClass, context: Context) -> Iterator[Finding]:
    """Report calls under a gradient tape that leave the mode to the default."""
    step = layer.methods.get("train_step")
    if step is None or layer.kind != "model":
        return
    for node in step.own_nodes():
        if not isinstance(node, cst.Call) or _tells_mode(node) or not _taped(node, step):
            continue
        attribute = self_attribute(node.func, step.self_name)
        if is_name(node.func, step.self_name) and _may_depend_on_mode(layer):
            message, part = "default", None
        elif attribute is not None and (part := _mode_dependent_part(layer, attribute)):
            message = "sublayer"
        else:
            continue
        title = "Pass `training=True`"
        yield Finding(
            node,
            message,
            {
                "call": step.module.source(node),
                "method": f"{layer.name}.train_step",
                "attribute": attribute,
                "layer": part,
            },
            fix=Fix(title, tuple(add_keyword(step.module, node, "training=True"))),
            defect=("training", layer.qualname),
        )


def _tells_mode(call: cst.Call) -> bool:
    """Whether the flag is passed, by name, by position or in `**kwargs`."""
    if keyword(call, "training") or any(argument.star for argument in call.args):
        return True
    return any(
        is_name(argument.value, "True") or is_name(argument.value, "training")
        for argument in positional(call)[1:]
    )


def _taped(call: cst.Call, step: Method) -> bool:
    """Whether the call stands under a `GradientTape`, outside of anything that stops gradients."""
    module = step.module
    for node in module.ancestors(call):
        match node:
            case cst.Call(func=cst.Attribute(attr=cst.Name(value="stop_gradient"))):
                return False
            case cst.With(items=items):
                for item in items:
                    made = item.item
                    if isinstance(made, cst.Call) and module.tf(made.func) == "GradientTape":
                        return True
    return False


def _may_depend_on_mode(layer: LayerClass) -> bool:
    """Whether anything in the model is known, or cannot be excluded, to differ in training."""
    if layer.call is None or layer.asks_for_mode or not layer.complete:
        return True
    called = layer.forward.of("sublayer-call")
    return any(effect.sublayer is None for effect in called) or any(
        sublayer.mode_dependent is not False for sublayer in layer.all_sublayers
    )


def _mode_dependent_part(layer: LayerClass, attribute: str) -> str | None:
    """The class of what makes the attribute's layer differ in training, if it is known to."""
    held = layer.attributes.get(attribute)
    for binding in held.bindings if held else ():
        if binding.method is None or binding.value is None:
            return None
        for origin in origins(binding.value, place_of(layer, binding.method)):
            if constructed(origin.call, origin.place) == (None, None):
                return None
    parts = [part for part in layer.all_sublayers if part.attribute == attribute]
    for part in parts:
        culprit = part.mode_dependent_part
        if part.mode_dependent and culprit is not None:
            return f"`{culprit.label}`"
    return None
